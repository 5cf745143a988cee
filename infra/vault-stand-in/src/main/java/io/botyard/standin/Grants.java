package io.botyard.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is let in: roles with what proves them, and the tokens that were handed out for it. */
final class Grants {

    /** What a role's tokens are good for. */
    record Role(String proof, String policy, Duration lease, Duration longest) {}

    /** One token. */
    record Granted(String policy, Duration lease, Instant end, Instant longest) {

        Granted renewedAt(Instant now) {
            var asked = now.plus(lease);
            return new Granted(policy, lease, asked.isBefore(longest) ? asked : longest, longest);
        }
    }

    private final Clock clock;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final Map<String, Granted> tokens = new ConcurrentHashMap<>();

    Grants(Clock clock) {
        this.clock = clock;
    }

    void role(String path, String name, Role role) {
        roles.put(path + " " + name, role);
    }

    Optional<String> logIn(String path, String name, String proof) {
        return Optional.ofNullable(roles.get(path + " " + name))
                .filter(role -> role.proof().equals(proof))
                .map(this::grant);
    }

    String grant(Role role) {
        var now = clock.instant();
        var token = "hvs." + UUID.randomUUID();
        tokens.put(token, new Granted(role.policy(), role.lease(), now.plus(role.lease()), now.plus(role.longest())));
        return token;
    }

    Optional<Granted> of(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(granted -> granted.end().isAfter(clock.instant()));
    }

    /** How long it is good for from now. */
    Duration left(Granted granted) {
        return Duration.between(clock.instant(), granted.end());
    }

    Granted renew(String token, Granted granted) {
        var renewed = granted.renewedAt(clock.instant());
        tokens.put(token, renewed);
        return renewed;
    }

    void revokeAll() {
        tokens.clear();
    }
}
