package io.botyard.bench.takeover;

import io.botyard.bench.world.Traffic;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.testkit.Commands;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Every user writes twice a second, to ten chats in turn: a load that one worker of two bears alone. */
final class SteadyLoad {

    static final int USERS = 60;

    private static final int CHATS = 10;
    private static final int BETWEEN_MILLIS = 500;

    /** One chat of one user's bot. */
    record Chat(UserId user, String name) {}

    private final Traffic traffic;
    private final Commands commands = Commands.by(Clock.systemUTC());
    private final Map<CommandId, Chat> sent = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("load").factory());
    private int turn;

    SteadyLoad(Traffic traffic) {
        this.traffic = traffic;
    }

    void begin() {
        var _ = thread.scheduleAtFixedRate(this::everybodyWrites, 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** By the ids of their calls. */
    Map<CommandId, Chat> sent() {
        return Map.copyOf(sent);
    }

    private void everybodyWrites() {
        var chat = Integer.toString(turn++ % CHATS + 1);
        traffic.send(IntStream.rangeClosed(1, USERS)
                .mapToObj(user -> call(user, chat))
                .toList());
    }

    private CallMethod call(long user, String chat) {
        // The turn makes each text the only one of its chat.
        var call = commands.sendMessage(user, user, chat, "message " + turn);
        sent.put(call.commandId(), new Chat(call.userId(), chat));
        return call;
    }

    void end() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the load does not end");
        }
    }
}
