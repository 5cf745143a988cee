package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.UserId;
import io.botyard.gateway.commands.store.IdempotencyKey;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How a request wants its command carried out.
 *
 * @param key under which it may be sent again; only a POST has one
 */
public record Asking(Preference preference, Optional<Key> key, HttpServletResponse response) {

    /** An idempotency key and the request it came with. */
    public record Key(String route, String key, String fingerprint) {

        IdempotencyKey of(UserId user) {
            return new IdempotencyKey(user, route, key, fingerprint);
        }
    }

    /** The command was asked for before, under the same key. */
    public boolean replayed() {
        return response.getHeader(Repeats.REPLAYED) != null;
    }

    Duration patience(Errand<?> errand) {
        return preference.patience().orElse(errand.patience());
    }

    /** Says something in a header of the answer, whatever the answer will be. */
    public void say(String header, String value) {
        response.setHeader(header, value);
    }
}
