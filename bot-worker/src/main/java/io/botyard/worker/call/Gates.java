package io.botyard.worker.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.UserId;
import io.botyard.worker.store.ShutGate;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chats and bots that Telegram told to wait. A 429 on a call with a chat gates the chat; in a second chat within 5 s,
 * or on a call without one, the bot. A gate only moves later; no success clears it.
 */
final class Gates {

    private static final Duration SECOND_CHAT_WITHIN = Duration.ofSeconds(5);

    private record Key(UserId user, @Nullable String chat) {}

    private record LastShut(String chat, long at) {}

    private final Ticker ticker;
    private final Cache<Key, Long> opensAt;
    private final Cache<UserId, LastShut> lastShut;

    Gates(Ticker ticker) {
        this.ticker = ticker;
        this.opensAt = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfter(Expiry.<Key, Long>writing((key, opens) -> remaining(opens)))
                .build();
        this.lastShut = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(SECOND_CHAT_WITHIN)
                .build();
    }

    /** How long this call still has to wait; zero when its gates are open. */
    Duration untilOpen(UserId user, @Nullable String chat) {
        var bot = untilOpen(new Key(user, null));
        var own = chat == null ? Duration.ZERO : untilOpen(new Key(user, chat));
        return bot.compareTo(own) > 0 ? bot : own;
    }

    /** Returns what is shut: the chat, or nothing when it is the whole bot. */
    Optional<String> shut(UserId user, @Nullable String chat, Duration wait) {
        var only = Optional.ofNullable(chat).filter(name -> !secondChat(user, name));
        shut(new Key(user, only.orElse(null)), wait);
        return only;
    }

    /** One that an earlier owner met. */
    void again(ShutGate gate, Duration wait) {
        if (wait.isPositive()) {
            shut(new Key(gate.user(), gate.chat()), wait);
        }
    }

    private boolean secondChat(UserId user, String chat) {
        var before = lastShut.getIfPresent(user);
        lastShut.put(user, new LastShut(chat, ticker.read()));
        return before != null && !before.chat().equals(chat);
    }

    private void shut(Key key, Duration wait) {
        var opens = ticker.read() + wait.toNanos();
        opensAt.asMap().merge(key, opens, (known, later) -> later - known > 0 ? later : known);
    }

    private Duration untilOpen(Key key) {
        var opens = opensAt.getIfPresent(key);
        return opens == null ? Duration.ZERO : remaining(opens);
    }

    private Duration remaining(long opens) {
        var left = opens - ticker.read();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }
}
