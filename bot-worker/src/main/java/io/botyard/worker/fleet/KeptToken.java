package io.botyard.worker.fleet;

import io.botyard.contract.BotToken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bot's token, opened when it is first needed: what a bot may do is known without it. */
public final class KeptToken {

    private final AtomicReference<@Nullable CompletableFuture<BotToken>> opening = new AtomicReference<>();
    private final Supplier<BotToken> open;

    KeptToken(Supplier<BotToken> open) {
        this.open = open;
    }

    /** Whoever needs it while it is being opened waits for what comes of that; one that did not open is tried again. */
    BotToken get() {
        var ours = new CompletableFuture<BotToken>();
        var theirs = opening.compareAndExchange(null, ours);
        return theirs == null ? opened(ours) : Loading.join(theirs);
    }

    private BotToken opened(CompletableFuture<BotToken> ours) {
        try {
            var token = open.get();
            ours.complete(token);
            return token;
        } catch (RuntimeException | Error failure) {
            opening.set(null);
            ours.completeExceptionally(failure);
            throw failure;
        }
    }
}
