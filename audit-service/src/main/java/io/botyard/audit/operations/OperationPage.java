package io.botyard.audit.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a user's operations, newest first.
 *
 * @param nextCursor where the next part begins; none when this was the last
 */
record OperationPage(List<OperationAnswer> items, @Nullable String nextCursor) {

    /** @param found one more than {@code limit}, if there are more */
    static OperationPage of(List<ListedOperation> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new OperationPage(
                shown.stream()
                        .map(ListedOperation::operation)
                        .map(OperationAnswer::of)
                        .toList(),
                found.size() > limit ? shown.getLast().place().cursor() : null);
    }
}
