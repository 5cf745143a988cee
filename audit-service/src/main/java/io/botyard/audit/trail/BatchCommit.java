package io.botyard.audit.trail;

import io.botyard.audit.entry.Projection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a batch: positions, entries, operations and usage in one transaction, or nothing of it. */
@Component
final class BatchCommit {
    private final TransactionTemplate transaction;
    private final Positions positions;
    private final List<Projection> projections;

    BatchCommit(PlatformTransactionManager transactions, Positions positions, List<Projection> projections) {
        this.transaction = new TransactionTemplate(transactions);
        this.positions = positions;
        this.projections = projections;
    }

    /**
     * The positions come first: they are the fence against an instance that was replaced, and the lock that lets one
     * transaction at a time work on a user.
     *
     * @throws Replaced when another instance has read what this one wants to keep
     */
    void commit(Batch batch) {
        transaction.executeWithoutResult(_ -> {
            positions.advance(batch.advances());
            var messages = batch.messages();
            if (!messages.isEmpty()) {
                projections.forEach(projection -> projection.keep(messages));
            }
        });
    }
}
