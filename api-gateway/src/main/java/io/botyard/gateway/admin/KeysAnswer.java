package io.botyard.gateway.admin;

import io.botyard.contract.CommandId;
import io.botyard.gateway.bots.store.KeyRotation;
import io.botyard.gateway.bots.store.KeyRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that tokens are sealed under.
 *
 * @param rotation the last one, finished or not; null when there was none
 */
record KeysAnswer(List<Key> keys, @Nullable Rotation rotation) {

    /**
     * A key.
     *
     * @param version 0 stands for rows of which it is not known yet
     * @param rows bots whose secrets it seals, or one of them
     */
    record Key(int version, boolean newest, long rows) {}

    /**
     * A rotation.
     *
     * @param version of the key it brings
     * @param rowsUnreadable bots whose secrets do not open, and so stay as they are
     * @param retiredAt since when the keys before it open nothing; null while something may be sealed under them
     */
    record Rotation(
            CommandId operationId,
            int version,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long rowsReencrypted,
            long rowsTotal,
            long rowsUnreadable,
            @Nullable Instant retiredAt) {

        private static Rotation of(KeyRotation last) {
            return new Rotation(
                    last.command(),
                    last.version(),
                    last.startedAt().truncatedTo(ChronoUnit.MILLIS),
                    millis(last.finishedAt()),
                    last.rowsReencrypted(),
                    last.rowsTotal(),
                    last.rowsUnreadable(),
                    millis(last.retiredAt()));
        }

        private static @Nullable Instant millis(@Nullable Instant at) {
            return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    static KeysAnswer of(List<KeyRows> keys, Optional<KeyRotation> last) {
        return new KeysAnswer(
                keys.stream()
                        .map(key -> new Key(key.version(), key.newest(), key.rows()))
                        .toList(),
                last.map(Rotation::of).orElse(null));
    }
}
