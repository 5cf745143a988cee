package io.botyard.gateway.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.event.Event;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Who waits here for what; also several for the same. */
public final class Replies {

    private final ConcurrentMap<CommandId, Set<Awaited<?>>> waiting = new ConcurrentHashMap<>();

    /** Waits for what this command leads to; to be called before the command is sent. */
    public <E extends Event> Awaited<E> expect(CommandId command, Class<E> type) {
        var awaited = new Awaited<>(type, one -> forget(command, one));
        waiting.compute(command, (id, others) -> {
            Set<Awaited<?>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(awaited);
            return all;
        });
        return awaited;
    }

    void arrived(Event event) {
        waiting.getOrDefault(event.head().commandId(), Set.of()).forEach(awaited -> awaited.offer(event));
    }

    private void forget(CommandId command, Awaited<?> one) {
        waiting.computeIfPresent(command, (id, all) -> {
            all.remove(one);
            return all.isEmpty() ? null : all;
        });
    }
}
