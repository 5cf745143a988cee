package io.botyard.gateway.identity.key;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which key signs when. The newest does, from 5 min after it was made, so that everybody who reads our tokens knows it
 * by then; the one before it is good for reading until the last token it can have signed has run out.
 */
final class KeySchedule {

    /** How long a new key is published before it signs. */
    static final Duration KNOWN_BEFORE_USE = Duration.ofMinutes(5);

    /** How long after it last signed a key is good for reading: a token's life and a minute for slow gateways. */
    static final Duration OUTLIVED = Tokens.ACCESS.plusMinutes(1);

    private final List<ECKey> oldestFirst;

    /** At least one. */
    KeySchedule(List<ECKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("without a key nothing is signed");
        }
        oldestFirst = keys.stream()
                .sorted(Comparator.comparing(KeySchedule::made).thenComparing(ECKey::getKeyID))
                .toList();
    }

    ECKey signing(Instant now) {
        return oldestFirst.reversed().stream()
                .filter(key -> !begins(oldestFirst.indexOf(key)).isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    /** Those good for reading, which is also what is published. */
    List<ECKey> accepted(Instant now) {
        return IntStream.range(0, oldestFirst.size())
                .filter(i -> i + 1 == oldestFirst.size()
                        || now.isBefore(begins(i + 1).plus(OUTLIVED)))
                .mapToObj(oldestFirst::get)
                .toList();
    }

    /** The oldest has nobody to wait for. */
    private Instant begins(int position) {
        return position == 0 ? Instant.MIN : made(oldestFirst.get(position)).plus(KNOWN_BEFORE_USE);
    }

    private static Instant made(ECKey key) {
        return Optional.ofNullable(key.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    }
}
