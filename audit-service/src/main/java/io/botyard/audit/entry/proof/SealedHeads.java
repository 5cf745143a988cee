package io.botyard.audit.entry.proof;

import io.botyard.contract.event.HeadsSigned;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The seals, from where whoever has the database alone cannot reach them. */
public interface SealedHeads {
    /**
     * Hands over every seal there is, those of a partition in their order.
     *
     * @param user only those that may tell of this user; none: all
     * @return records that are no seals at all
     */
    long read(@Nullable Long user, Consumer<HeadsSigned> taker);
}
