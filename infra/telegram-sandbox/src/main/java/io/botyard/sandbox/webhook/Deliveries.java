package io.botyard.sandbox.webhook;

import io.botyard.sandbox.bot.Bot;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sees to it that every bot with a webhook has its updates carried there, in order and one at a time. */
public final class Deliveries implements AutoCloseable {

    private final Clock clock;
    private final Postman postman = new Postman();
    private final Map<Bot, Thread> rounds = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public Deliveries(Clock clock) {
        this.clock = clock;
    }

    /** To be called when a bot got an update or a webhook. */
    public void wake(Bot bot) {
        rounds.computeIfAbsent(
                bot, awake -> Thread.ofVirtual().name("webhook-" + awake.id()).start(() -> carry(awake)));
    }

    @Override
    public void close() {
        closed = true;
        rounds.values().forEach(Thread::interrupt);
        postman.close();
    }

    private void carry(Bot bot) {
        try {
            new Round(bot, postman, clock).carry();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            rounds.remove(bot);
        }
        // What came between the last look and the end of the round.
        if (!closed && bot.webhook().isPresent() && bot.nextUpdate().isPresent()) {
            wake(bot);
        }
    }
}
