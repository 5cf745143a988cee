package io.botyard.gateway.operations;

import java.util.concurrent.CompletableFuture;

/** A place where something is waited for. Closing it gives up waiting; what comes later is dropped. */
public interface Listening<T> extends AutoCloseable {

    CompletableFuture<T> reply();

    @Override
    void close();
}
