package io.botyard.gateway.fuzz;

import io.botyard.gateway.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Whoever may be calling: nobody, users with and without a bot, admins; made anew when a request of theirs ended them. */
final class Callers {

    /** What their bot is, what they are themselves, and the scope of their key when they use one. */
    private record Kind(String bot, String role, String scope) {}

    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "user", new Kind("active", "user", ""),
            "user whose bot is pending", new Kind("pending", "user", ""),
            "user whose bot is suspended", new Kind("suspended", "user", ""),
            "user without a bot", new Kind("", "user", ""),
            "key that reads", new Kind("active", "user", "bot:read"),
            "key that sends", new Kind("active", "user", "bot:send"),
            "key that manages", new Kind("active", "superadmin", "bot:manage"),
            "admin", new Kind("active", "admin", ""),
            "superadmin", new Kind("active", "superadmin", "")));

    /** Any may be given to anybody while this runs; the matrix of permissions holds roles. */
    private static final Set<String> ROLES = Set.of("user", "admin", "superadmin");

    /** Somebody, and what they show: a token, which is good for what the document calls by these names. */
    record Caller(String name, @Nullable String token, String scheme, Set<String> grants) {

        static final Caller NOBODY = new Caller("nobody", null, "", Set.of());

        /** As far as the document tells. */
        boolean may(Call call) {
            return call.open()
                    || call.security()
                            .valueStream()
                            .anyMatch(way -> way.path(scheme).isArray()
                                    && way.path(scheme)
                                            .valueStream()
                                            .allMatch(asked -> grants.contains(asked.asString())));
        }
    }

    private final World world;
    private final Known known;
    private final Map<String, Caller> callers = new LinkedHashMap<>();

    Callers(World world, Known known) {
        this.world = world;
        this.known = known;
        callers.put(Caller.NOBODY.name(), Caller.NOBODY);
        KINDS.keySet().forEach(name -> callers.put(name, fresh(name)));
    }

    Caller any(RandomGenerator random) {
        return List.copyOf(callers.values()).get(random.nextInt(callers.size()));
    }

    /** Their session has ended. */
    void renew(Caller caller) {
        callers.put(caller.name(), fresh(caller.name()));
    }

    private Caller fresh(String name) {
        var kind = Objects.requireNonNull(KINDS.get(name));
        var tenant = world.tenant();
        if (!kind.bot().isEmpty()) {
            world.schemas.bot(tenant.id(), kind.bot(), "30");
        }
        world.schemas.run("UPDATE identity.users SET role = '%s' WHERE id = %d".formatted(kind.role(), tenant.id()));
        known.add("email", tenant.email());
        known.add("user_id", Long.toString(tenant.id()));
        known.add("/api/admin/users", Long.toString(tenant.id()));
        return kind.scope().isEmpty() ? session(name, tenant) : key(name, kind, tenant);
    }

    private Caller session(String name, World.Tenant tenant) {
        return new Caller(name, world.token(tenant.email()), "session", ROLES);
    }

    private static Caller key(String name, Kind kind, World.Tenant tenant) {
        var key = tenant.http()
                .post("/api/auth/api-keys", "{\"name\":\"a key\",\"scopes\":[\"%s\"]}".formatted(kind.scope()))
                .field("key");
        return new Caller(name, key, "api_key", Set.of(kind.scope()));
    }
}
