package io.botyard.gateway.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.event.Event;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Who waits here for what. */
public final class Replies {

    private final ConcurrentMap<CommandId, Awaited<?>> waiting = new ConcurrentHashMap<>();

    /** Waits for what this command leads to; to be called before the command is sent. */
    public <E extends Event> Awaited<E> expect(CommandId command, Class<E> type) {
        var awaited = new Awaited<>(type, () -> waiting.remove(command));
        waiting.put(command, awaited);
        return awaited;
    }

    void arrived(Event event) {
        var awaited = waiting.get(event.head().commandId());
        if (awaited != null) {
            awaited.offer(event);
        }
    }
}
