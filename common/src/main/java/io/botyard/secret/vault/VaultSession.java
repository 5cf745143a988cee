package io.botyard.secret.vault;

import io.botyard.secret.CipherUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private final VaultAuth auth;
    private final Clock clock;
    private final Thread renewal;
    private @Nullable VaultToken token;
    private @Nullable Failure failed;
    private Duration usual = Duration.ZERO;
    private String said = "";

    /** A login that came to nothing: whoever else needs one does not wait for the same. */
    private record Failure(Instant at, CipherUnavailable why) {}

    VaultSession(VaultServers servers, VaultLogin login, Clock clock) {
        this.servers = servers;
        this.auth = new VaultAuth(servers, login, clock);
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
        var last = failed;
        if (last != null && clock.instant().isBefore(last.at().plus(BETWEEN_TRIES))) {
            throw new CipherUnavailable(String.valueOf(last.why().getMessage()), last.why());
        }
        try {
            var fresh = auth.logIn();
            token = fresh;
            usual = fresh.lease();
            return fresh;
        } catch (CipherUnavailable why) {
            failed = new Failure(clock.instant(), why);
            throw why;
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
            said = "";
            return true;
        } catch (CipherUnavailable notNow) {
            say(String.valueOf(notNow.getMessage()));
            return false;
        }
    }

    /** It is tried each second, and said when there is something new to say. */
    private void say(String reason) {
        if (!reason.equals(said)) {
            said = reason;
            LOG.atWarn().addKeyValue("reason", reason).log("token for Vault not renewed, trying again");
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
