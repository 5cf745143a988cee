package io.botyard.tracing;

import org.jspecify.annotations.Nullable;

/** A step of a trace, until it is closed, by whichever thread. Its attributes never hold what is secret or private. */
public interface Span extends AutoCloseable {

    /** Names it by what turns out to be done, and to what. */
    Span rename(String what, String of);

    Span put(String attribute, String value);

    Span put(String attribute, long value);

    /** Says that the step came to nothing, and by which code. */
    Span failed(String code);

    /** The W3C {@code traceparent} by which another service goes on from here; none where nothing is traced. */
    @Nullable
    String traceparent();

    /** Until the scope is closed, what this thread begins, sends and logs is part of this step. */
    Scope enter();

    @Override
    void close();
}
