package io.botyard.worker.fleet;

import io.botyard.contract.BotToken;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bot's token, opened when it is first needed: what a bot may do is known without it. */
public final class KeptToken {

    private final ReentrantLock opening = new ReentrantLock();
    private final Supplier<BotToken> open;
    private volatile @Nullable BotToken opened;

    KeptToken(Supplier<BotToken> open) {
        this.open = open;
    }

    /** Whoever needs it while it is being opened waits for the same. */
    BotToken get() {
        var known = opened;
        return known == null ? first() : known;
    }

    private BotToken first() {
        opening.lock();
        try {
            var token = opened;
            if (token == null) {
                token = open.get();
                opened = token;
            }
            return token;
        } finally {
            opening.unlock();
        }
    }
}
