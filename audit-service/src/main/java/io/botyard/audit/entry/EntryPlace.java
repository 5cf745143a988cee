package io.botyard.audit.entry;

import io.botyard.contract.UserId;
import java.time.Instant;

/** Where an entry stands among all trails: by time, then user, then seq. No two entries stand in one place. */
public record EntryPlace(Instant at, UserId userId, long seq) {
    public static EntryPlace of(Entry entry) {
        return new EntryPlace(entry.says().at(), entry.says().userId(), entry.seq());
    }
}
