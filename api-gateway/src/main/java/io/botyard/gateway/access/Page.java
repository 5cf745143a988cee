package io.botyard.gateway.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor asks for the next part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Of what was read, which is one more than was asked for when there is more. */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, String> cursor) {
        return read.size() > limit
                ? new Page<>(List.copyOf(read.subList(0, limit)), cursor.apply(read.get(limit - 1)))
                : new Page<>(List.copyOf(read), null);
    }

    /** The same part, each item said in another way. */
    public <S> Page<S> map(Function<T, S> other) {
        return new Page<>(items.stream().map(other).toList(), nextCursor);
    }
}
