package io.botyard.tracing;

/** While it is open, this thread works for one span. It is closed by the thread that opened it. */
public interface Scope extends AutoCloseable {

    @Override
    void close();
}
