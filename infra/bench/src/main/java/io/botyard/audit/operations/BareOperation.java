package io.botyard.audit.operations;

import io.botyard.contract.event.CallOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome as the row it becomes when nothing was known of its operation. */
public final class BareOperation {

    /** Table and columns of {@link #values}. */
    public static final String COLUMNS = OperationRow.COLUMNS;

    private BareOperation() {}

    public static List<@Nullable Object> values(CallOutcome outcome) {
        return OperationRow.values(Endings.of(outcome).appliedTo(null));
    }
}
