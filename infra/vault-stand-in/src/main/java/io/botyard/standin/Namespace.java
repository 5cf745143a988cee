package io.botyard.standin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** A Vault of its own inside a Vault: keys, policies, roles and tokens of one are not known in another. */
public final class Namespace {

    private final TransitEngine transit = new TransitEngine();
    private final Grants grants = new Grants(Clock.systemUTC());
    private final Logins logins = new Logins(grants);
    private final Map<String, Policy> policies = new ConcurrentHashMap<>();

    Namespace() {}

    /** Makes a derived key of type aes256-gcm96, unless it is there. */
    public void createKey(String name) {
        transit.key(name);
    }

    /**
     * Keeps a policy.
     *
     * @param text in Vault's language
     */
    public void policy(String name, String text) {
        policies.put(name, Policy.of(text));
    }

    /** Lets in whoever knows a role's secret: an AppRole's secret id, or a service account's token. */
    public void role(String mount, String name, String proof, String policy, Duration lease, Duration longest) {
        grants.role("auth/" + mount, name, new Grants.Role(proof, policy, lease, longest));
    }

    /** A token that somebody made by hand. */
    public String token(String policy, Duration lease) {
        return grants.grant(new Grants.Role("", policy, lease, Duration.ofDays(1)));
    }

    /** No token is good any more. */
    public void revokeAll() {
        grants.revokeAll();
    }

    Response answer(String token, String path, JsonNode body, boolean posted) {
        var login = posted ? logins.login(path, body) : Optional.<Response>empty();
        return login.orElseGet(() -> ofWhoeverHas(token, path, body, posted));
    }

    private Response ofWhoeverHas(String token, String path, JsonNode body, boolean posted) {
        var granted = grants.of(token);
        if (granted.isEmpty()) {
            return Response.forbidden();
        }
        var policy = policies.get(granted.get().policy());
        if (policy == null || !policy.allows(posted ? "update" : "read", path)) {
            return Response.forbidden();
        }
        return path.startsWith("auth/token/")
                ? logins.ofItself(path, token, granted.get())
                : transit.answer(path, body, posted);
    }
}
