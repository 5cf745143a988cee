package io.botyard.secret.vault;

import io.botyard.contract.Secret;
import io.botyard.secret.CipherUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * This service at Vault: it logs in when it is first needed, renews its token at two thirds of its lease and logs in anew
 * when that gives it little or Vault knows the token no more.
 */
final class VaultSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VaultSession.class);

    /** A login that is younger is not what a refusal is about: then it is the policy. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final VaultServers servers;
    private final VaultLogin login;
    private final Clock clock;
    private final Thread renewal;
    private @Nullable VaultToken token;
    private Duration usual = Duration.ZERO;

    VaultSession(VaultServers servers, VaultLogin login, Clock clock) {
        this.servers = servers;
        this.login = login;
        this.clock = clock;
        this.renewal = Thread.ofVirtual().name("vault-renewal").start(this::keepRenewed);
    }

    /**
     * Asks as who this service is.
     *
     * @param body what is posted; nothing where something is to be read
     * @throws CipherUnavailable when no server can answer now, or none lets this service
     */
    VaultReply ask(String path, @Nullable Map<String, ?> body) {
        var used = token();
        var reply = servers.ask(path, body, used.value());
        if (reply instanceof VaultReply.Forbidden && used.since().plus(YOUNG).isBefore(clock.instant())) {
            reply = servers.ask(path, body, insteadOf(used).value());
        }
        return switch (reply) {
            case VaultReply.Away(var reason) -> throw new CipherUnavailable("Vault does not answer: " + reason);
            case VaultReply.Forbidden() ->
                throw new CipherUnavailable("Vault does not let this service use " + path + "; see its policy");
            case VaultReply.Done done -> done;
            case VaultReply.Refused refused -> refused;
        };
    }

    private synchronized VaultToken token() {
        var held = token;
        return held == null || held.expired(clock.instant()) ? loggedIn() : held;
    }

    private synchronized VaultToken insteadOf(VaultToken refused) {
        var held = token;
        return held == null || held.value().equals(refused.value()) ? loggedIn() : held;
    }

    private synchronized VaultToken loggedIn() {
        var fresh = logIn();
        token = fresh;
        usual = fresh.lease();
        return fresh;
    }

    private VaultToken logIn() {
        return switch (login) {
            case VaultLogin.Token(var file) -> {
                var given = secretIn(file);
                var known =
                        done(servers.ask("auth/token/lookup-self", null, given)).object("data");
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

    private void keepRenewed() {
        try {
            while (true) {
                var due = due();
                Thread.sleep(due == null || renewed(due) ? BETWEEN_LOOKS : BETWEEN_TRIES);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable VaultToken due() {
        var held = token;
        return held != null && !clock.instant().isBefore(held.renewAt()) ? held : null;
    }

    /** Whether it has a token that is good for a while. */
    private boolean renewed(VaultToken held) {
        try {
            if (!held.renewable() || !longer(held)) {
                insteadOf(held);
            }
            return true;
        } catch (CipherUnavailable notNow) {
            LOG.atWarn().addKeyValue("reason", notNow.getMessage()).log("token for Vault not renewed, trying again");
            return false;
        }
    }

    /** Not when Vault gives it less than half of what it gave at first: its time is over soon, however often it is asked. */
    private boolean longer(VaultToken held) {
        return switch (servers.ask("auth/token/renew-self", Map.of(), held.value())) {
            case VaultReply.Done done -> {
                var auth = done.object("auth");
                var lease = Duration.ofSeconds(auth.path("lease_duration").asLong(0));
                if (lease.multipliedBy(2).compareTo(usual) < 0) {
                    yield false;
                }
                keep(
                        held,
                        held.renewed(
                                clock.instant(), lease, auth.path("renewable").asBoolean(false)));
                yield true;
            }
            case VaultReply.Away(var reason) -> throw new CipherUnavailable("Vault does not answer: " + reason);
            case VaultReply.Forbidden(), VaultReply.Refused _ -> false;
        };
    }

    private synchronized void keep(VaultToken before, VaultToken after) {
        if (before.equals(token)) {
            token = after;
        }
    }

    @Override
    public void close() {
        renewal.interrupt();
    }
}
