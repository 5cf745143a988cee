package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.Entry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Entries that were recorded and are not signed yet, as they were made: what is signed does not come out of the
 * database, where somebody may have had a hand in it.
 */
@Component
public final class FreshEntries {
    private final List<Entry> committed = new ArrayList<>();

    /** They count once the caller's transaction is committed, and never if it is not. */
    public void add(List<Entry> entries) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(entries);
            }
        });
    }

    /** What has come since this was asked last. */
    synchronized List<Entry> take() {
        var taken = List.copyOf(committed);
        committed.clear();
        return taken;
    }

    private synchronized void keep(List<Entry> entries) {
        committed.addAll(entries);
    }
}
