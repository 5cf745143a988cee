package io.botyard.gateway.fuzz;

import io.botyard.gateway.testing.World;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Whoever may be calling: nobody, users with and without a bot, admins; made anew when a request of theirs ended them. */
final class Callers {

    /** Somebody, and what they show. */
    record Caller(String name, @Nullable String token) {

        boolean isNobody() {
            return token == null;
        }
    }

    private final World world;
    private final Known known;
    private List<Caller> callers;

    Callers(World world, Known known) {
        this.world = world;
        this.known = known;
        callers = fresh();
    }

    Caller any(RandomGenerator random) {
        return callers.get(random.nextInt(callers.size()));
    }

    void renew() {
        callers = fresh();
    }

    private List<Caller> fresh() {
        return List.of(
                new Caller("nobody", null),
                user("user", "active", "user"),
                user("user whose bot is pending", "pending", "user"),
                user("user whose bot is suspended", "suspended", "user"),
                user("user without a bot", "", "user"),
                user("admin", "active", "admin"),
                user("superadmin", "active", "superadmin"));
    }

    private Caller user(String name, String bot, String role) {
        var tenant = world.tenant();
        if (!bot.isEmpty()) {
            world.schemas.bot(tenant.id(), bot, "30");
        }
        world.schemas.run("UPDATE identity.users SET role = '%s' WHERE id = %d".formatted(role, tenant.id()));
        known.add("email", tenant.email());
        known.add("user_id", Long.toString(tenant.id()));
        known.add("/api/admin/users", Long.toString(tenant.id()));
        return new Caller(name, world.token(tenant.email()));
    }
}
