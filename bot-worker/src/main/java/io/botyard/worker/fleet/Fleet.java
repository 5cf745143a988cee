package io.botyard.worker.fleet;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.BotToken;
import io.botyard.contract.UserId;
import io.botyard.secret.TokenCipher;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.store.Bots;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The bots in memory: loaded when first used, left when idle. Loads of different users never wait for each other. */
@Component
public class Fleet {

    private final Bots bots;
    private final TokenCipher cipher;
    private final AsyncCache<UserId, Optional<ResidentBot>> resident;

    Fleet(Bots bots, TokenCipher cipher, FleetSettings settings, Ticker ticker) {
        this.bots = bots;
        this.cipher = cipher;
        this.resident = Caffeine.newBuilder()
                .maximumSize(settings.maxResident())
                .expireAfterAccess(settings.idle())
                .ticker(ticker)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync();
    }

    /** The user's bot as it is now, or nothing when they have none. */
    public Optional<ResidentBot> of(UserId user) {
        try {
            return resident.get(user, this::load).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** Takes over a committed change: from here on nothing is decided by what was before. */
    public void changed(UserId user, Optional<Bot> bot) {
        var known = resident.getIfPresent(user);
        var before =
                known != null && known.state() == Future.State.SUCCESS ? known.join() : Optional.<ResidentBot>empty();
        var after = before.flatMap(
                was -> bot.filter(is -> is.token().equals(was.bot().token())).map(was::after));
        if (after.isPresent()) {
            resident.put(user, CompletableFuture.completedFuture(after));
        } else {
            resident.synchronous().invalidate(user);
        }
    }

    /** Forgets the bots of users who are somebody else's now. */
    public void leave(Predicate<UserId> gone) {
        resident.asMap().keySet().removeIf(gone);
    }

    private Optional<ResidentBot> load(UserId user) {
        return bots.of(user)
                .map(bot -> ResidentBot.of(
                        bot, new BotToken(cipher.decrypt(user, bot.token()).value())));
    }
}
