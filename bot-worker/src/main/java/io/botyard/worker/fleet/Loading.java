package io.botyard.worker.fleet;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waiting for what somebody else loads. */
final class Loading {

    private Loading() {}

    /** What came of it; whoever waits fails as the one who loads. */
    static <T> T join(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
