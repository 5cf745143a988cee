package io.botyard.bench.neighbours;

import io.botyard.bench.world.Traffic;
import io.botyard.contract.command.CallMethod;
import io.botyard.testkit.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Users who write four times a second, to ten chats in turn, and say in each text when it was sent. */
final class Writers {

    private static final int CHATS = 10;
    private static final int BETWEEN_MILLIS = 250;
    private static final long MICROS = 1_000_000;

    private final Traffic traffic;
    private final int users;
    private final Clock clock = Clock.systemUTC();
    private final Commands commands = Commands.by(clock);
    private int turn;

    /** Users 1 to so many. */
    Writers(Traffic traffic, int users) {
        this.traffic = traffic;
        this.users = users;
    }

    void writeFor(Duration time) throws InterruptedException {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        var _ = thread.scheduleAtFixedRate(this::everybodyWrites, 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the load does not end");
        }
    }

    /** How long a text was on its way. */
    static long micros(String text, Instant arrived) {
        return micros(arrived) - Long.parseLong(text);
    }

    private void everybodyWrites() {
        var chat = Integer.toString(turn++ % CHATS + 1);
        traffic.send(IntStream.rangeClosed(1, users)
                .mapToObj(user -> call(user, chat))
                .toList());
    }

    private CallMethod call(long user, String chat) {
        return commands.sendMessage(user, user, chat, Long.toString(micros(clock.instant())));
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }
}
