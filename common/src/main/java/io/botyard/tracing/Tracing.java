package io.botyard.tracing;

import org.jspecify.annotations.Nullable;

/**
 * Who is told of the steps. A span's name is two words, what is done and to what, such as {@code send bot.calls}: few
 * enough to count by. The second may be empty.
 */
public interface Tracing extends AutoCloseable {

    /** The Kafka and HTTP header that carries a trace from service to service. */
    String HEADER = "traceparent";

    /** Nobody is. */
    Tracing OFF = new Untraced();

    /** Whether it is worth looking for a {@link #HEADER}. */
    boolean on();

    /** A step that begins here: of the trace that {@code traceparent} names, or else of a new one. */
    Span begin(Kind kind, String what, String of, @Nullable String traceparent);

    /** A step of what this thread works for; none when it works for nothing that is traced. */
    Span within(Kind kind, String what, String of);

    /** What this thread works for. */
    Span current();

    /** This thread works for what {@code traceparent} names, elsewhere, until the scope is closed. */
    Scope follow(@Nullable String traceparent);

    /** The same work, for whatever this thread works for, on whichever thread it is run. */
    Runnable carried(Runnable work);

    /** Tells what is still to be told, for as long as that takes or two seconds. */
    @Override
    void close();
}
