package io.botyard.secret.vault;

import io.botyard.contract.Secret;
import io.botyard.secret.CipherUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How this service shows Vault who it is, with a secret that is read anew each time. */
final class VaultAuth {

    private final VaultServers servers;
    private final VaultLogin login;
    private final Clock clock;

    VaultAuth(VaultServers servers, VaultLogin login, Clock clock) {
        this.servers = servers;
        this.login = login;
        this.clock = clock;
    }

    /**
     * A token that is good from now.
     *
     * @throws CipherUnavailable when Vault does not answer, does not know this service, or its secret cannot be read
     */
    VaultToken logIn() {
        return switch (login) {
            case VaultLogin.Token(var file) -> {
                var given = secretIn(file);
                var known =
                        done(servers.ask("auth/token/lookup-self", null, given)).object("data");
                // Whole seconds: one that ends has zero of them in its last.
                if (known.path("ttl").asLong(0) == 0
                        && !known.path("expire_time").isNull()) {
                    throw new CipherUnavailable("the token in " + file + " has run out");
                }
                yield tokenOf(given, known, "ttl");
            }
            case VaultLogin.AppRole(var mount, var roleId, var secretId) ->
                logIn(
                        mount,
                        Map.of(
                                "role_id",
                                roleId,
                                "secret_id",
                                secretIn(secretId).value()));
            case VaultLogin.Kubernetes(var mount, var role, var serviceAccount) ->
                logIn(
                        mount,
                        Map.of("role", role, "jwt", secretIn(serviceAccount).value()));
        };
    }

    private VaultToken logIn(String mount, Map<String, String> who) {
        var auth = done(servers.ask("auth/" + mount + "/login", who, null)).object("auth");
        var value = auth.path("client_token").asString("");
        if (value.isEmpty()) {
            throw new CipherUnavailable("Vault's answer to a login has no token");
        }
        return tokenOf(new Secret(value), auth, "lease_duration");
    }

    private VaultToken tokenOf(Secret value, JsonNode said, String lease) {
        return new VaultToken(
                value,
                clock.instant(),
                Duration.ofSeconds(said.path(lease).asLong(0)),
                said.path("renewable").asBoolean(false));
    }

    private static VaultReply.Done done(VaultReply reply) {
        return switch (reply) {
            case VaultReply.Done done -> done;
            case VaultReply.Forbidden() -> throw new CipherUnavailable("Vault does not know this service's login");
            case VaultReply.Refused refused ->
                throw new CipherUnavailable("Vault refuses this service's login: " + refused.errors());
            case VaultReply.Away(var reason) -> throw new CipherUnavailable("Vault does not answer: " + reason);
        };
    }

    private static Secret secretIn(Path file) {
        try {
            var text = Files.readString(file).strip();
            if (!text.matches("[!-~]+")) {
                throw new CipherUnavailable("the login in " + file + " is not one line of visible characters");
            }
            return new Secret(text);
        } catch (IOException missing) {
            throw new CipherUnavailable("the login in " + file + " cannot be read", missing);
        }
    }
}
