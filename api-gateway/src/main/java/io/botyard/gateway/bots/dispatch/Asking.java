package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.UserId;
import io.botyard.gateway.commands.store.IdempotencyKey;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How a request wants its command carried out, and what its answer says of that. */
public final class Asking {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final Preference preference;
    private final Optional<Key> key;
    private final HttpServletResponse response;
    private final Map<String, String> remarks = new LinkedHashMap<>();

    /** {@code key} under which it may be sent again; only a POST has one. */
    Asking(Preference preference, Optional<Key> key, HttpServletResponse response) {
        this.preference = preference;
        this.key = key;
        this.response = response;
    }

    /** An idempotency key and the request it came with. */
    record Key(String route, String key, String fingerprint) {

        IdempotencyKey of(UserId user) {
            return new IdempotencyKey(user, route, key, fingerprint);
        }
    }

    /** A header of the answer, unless that is a problem. */
    public void remark(String header, String value) {
        remarks.put(header, value);
    }

    /** The command was asked for before, under the same key. */
    public boolean replayed() {
        return response.getHeader(REPLAYED) != null;
    }

    Optional<Key> key() {
        return key;
    }

    Duration patience(Errand<?> errand) {
        return preference.patience().orElse(errand.patience());
    }

    /** The answer says so, also when it is a problem: that is then the first one's. */
    void replay() {
        response.setHeader(REPLAYED, "true");
    }

    void taken() {
        preference.tell(this);
        remarks.forEach(response::setHeader);
    }
}
