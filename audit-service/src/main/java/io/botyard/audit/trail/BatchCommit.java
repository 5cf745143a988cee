package io.botyard.audit.trail;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.Projection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a batch: positions, entries, operations and usage in one transaction, or nothing of it. */
@Component
final class BatchCommit {
    private final TransactionTemplate transaction;
    private final Positions positions;
    private final TrailProjection trail;
    private final List<Projection> projections;

    BatchCommit(
            PlatformTransactionManager transactions,
            Positions positions,
            TrailProjection trail,
            List<Projection> projections) {
        this.transaction = new TransactionTemplate(transactions);
        this.positions = positions;
        this.trail = trail;
        this.projections = projections;
    }

    /**
     * The positions come first: they are the fence against an instance that was replaced, and the lock that lets one
     * transaction at a time work on a user.
     *
     * @return the entries that it recorded
     * @throws Replaced when another instance has read what this one wants to keep
     */
    List<Entry> commit(Batch batch) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            positions.advance(batch.advances());
            var messages = batch.messages();
            if (messages.isEmpty()) {
                return List.<Entry>of();
            }
            var recorded = trail.record(messages);
            projections.forEach(projection -> projection.keep(messages));
            return recorded;
        }));
    }
}
