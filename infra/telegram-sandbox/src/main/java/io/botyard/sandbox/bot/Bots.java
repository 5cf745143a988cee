package io.botyard.sandbox.bot;

import io.botyard.sandbox.exchange.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** All bots there are. Their webhooks and revocations survive restarts; their waiting updates do not. */
public final class Bots implements AutoCloseable {

    private final BotBook book;
    private final Clock clock;
    private final Map<Long, Bot> bots = new ConcurrentHashMap<>();

    private Bots(BotBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    public static Bots open(Path file, Clock clock) throws IOException {
        Bots bots = new Bots(BotBook.open(file), clock);
        bots.book.readInto(bots::of);
        return bots;
    }

    public Bot of(long id) {
        // Update ids begin with the time, so that they go on increasing after a restart.
        return bots.computeIfAbsent(
                id, fresh -> new Bot(fresh, book, clock.instant().getEpochSecond()));
    }

    public boolean accepts(Token token) {
        return of(token.botId()).accepts(token);
    }

    /** Ends the tokens the bot was seen with, or its next one if it was never seen. */
    public void revoke(long id) {
        of(id).revoke();
    }

    /** Queues an update; empty when the bot did not ask for its kind. */
    public OptionalLong offer(long id, ObjectNode update) {
        Bot bot = of(id);
        return bot.kinds().wants(update) ? OptionalLong.of(bot.updates().add(update)) : OptionalLong.empty();
    }

    public Collection<Bot> all() {
        return List.copyOf(bots.values());
    }

    /** Forgets every bot and ends every poll. */
    public void clear() {
        book.clear();
        Collection<Bot> former = all();
        bots.clear();
        former.forEach(bot -> {
            bot.restore(null, UpdateKinds.usual());
            bot.dropUpdates();
            bot.updates().letGo();
        });
    }

    @Override
    public void close() throws IOException {
        all().forEach(bot -> bot.updates().letGo());
        book.close();
    }
}
