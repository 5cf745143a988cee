package io.botyard.audit.operations;

import io.botyard.contract.CommandId;
import org.jspecify.annotations.Nullable;

/** What a message says of one operation. */
sealed interface News permits Acceptance, Ending, Parking {
    CommandId id();

    /** The operation as it stands with this news; none is known of before the first. */
    Operation appliedTo(@Nullable Operation known);
}
