package io.botyard.gateway.matrix;

import io.botyard.gateway.testing.AdjustableClock;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.World;
import java.time.Duration;

/** A user with an active bot, and whoever else may be about; made anew for each call, since calls change things. */
final class Scene {

    private static final Duration LONGER_THAN_A_TOKEN = Duration.ofMinutes(11);

    private static final String EVERY_SCOPE = "bot:read\",\"bot:send\",\"bot:manage";

    private final World world;
    private final AdjustableClock clock;
    private final World.Tenant owner;

    Scene(World world, AdjustableClock clock) {
        this.world = world;
        this.clock = clock;
        owner = tenant();
    }

    private World.Tenant tenant() {
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        return tenant;
    }

    World.Tenant user() {
        return owner;
    }

    World world() {
        return world;
    }

    Client caller(Column who) {
        return switch (who) {
            case NOBODY -> anybody();
            case USER -> owner();
            case OTHER -> tenant().http();
            case READ -> key("bot:read");
            case SEND -> key("bot:send");
            case MANAGE -> key("bot:manage");
            case ADMIN -> other("admin");
            case SUPERADMIN -> other("superadmin");
            case ADMINKEY -> key(other("superadmin"), EVERY_SCOPE);
            case EXPIRED -> expired();
            case OUT -> loggedOut();
            case SUSPENDED -> suspended(owner());
            case LAPSED -> lapsed();
            case REVOKED -> revoked();
            case BARRED -> suspended(key(owner(), EVERY_SCOPE));
        };
    }

    private Client anybody() {
        return world.gateway.client();
    }

    Client owner() {
        return owner.http();
    }

    private Client other(String role) {
        var other = tenant();
        world.schemas.run("UPDATE identity.users SET role = '%s' WHERE id = %d".formatted(role, other.id()));
        return other.http();
    }

    private Client key(String scope) {
        return key(owner.http(), scope);
    }

    private Client key(Client session, String scopes) {
        return anybody().bearing(created(session, scopes).field("key"));
    }

    private static Answer created(Client session, String scopes) {
        return session.post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"" + scopes + "\"]}");
    }

    /** The id of a new key of the user's. */
    String newKey() {
        return created(owner.http(), "bot:read").field("id");
    }

    /** With which the user may choose another password. */
    String resetToken() {
        return other("superadmin")
                .post("/api/admin/users/" + owner.id() + "/password-reset", "")
                .field("token");
    }

    private Client expired() {
        var late = world.logIn(owner.email());
        clock.pass(LONGER_THAN_A_TOKEN);
        return late;
    }

    private Client loggedOut() {
        var gone = world.logIn(owner.email());
        gone.post("/api/auth/logout", "{}");
        return gone;
    }

    private Client suspended(Client client) {
        world.schemas.run("UPDATE identity.users SET status = 'suspended' WHERE id = " + owner.id());
        return client;
    }

    private Client lapsed() {
        var made = created(owner(), EVERY_SCOPE);
        world.schemas.run(
                "UPDATE identity.api_keys SET expires_at = now() WHERE id = '%s'".formatted(made.field("id")));
        return anybody().bearing(made.field("key"));
    }

    private Client revoked() {
        var made = created(owner(), EVERY_SCOPE);
        owner().delete("/api/auth/api-keys/" + made.field("id"));
        return anybody().bearing(made.field("key"));
    }
}
