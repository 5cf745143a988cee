package io.botyard.audit.activity;

import io.botyard.contract.event.BotHealth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a bot's last calls, and what was said of its health last.
 *
 * @param bot its row; 0 as long as no outcome has told
 * @param slots of the window, the oldest first
 * @param inARow when each of the last failures without another end between them ended
 */
public record Pulse(long bot, BotHealth told, List<Slot> slots, List<Long> inARow) {
    public static final Pulse NONE = new Pulse(0, BotHealth.HEALTHY, List.of(), List.of());

    public Pulse {
        slots = List.copyOf(slots);
        inARow = List.copyOf(inARow);
    }

    public Pulse told(BotHealth health) {
        return new Pulse(bot, health, slots, inARow);
    }

    /** Nothing is remembered that could be of use later. */
    public boolean forgettable() {
        return told == BotHealth.HEALTHY && slots.isEmpty();
    }

    public long sends() {
        return slots.stream().mapToLong(Slot::sends).sum();
    }

    public long failures() {
        return slots.stream().mapToLong(Slot::failures).sum();
    }

    public @Nullable Long meanMs() {
        var timed = timed();
        return timed == 0 ? null : latencyMs() / timed;
    }

    long timed() {
        return slots.stream().mapToLong(Slot::timed).sum();
    }

    long latencyMs() {
        return slots.stream().mapToLong(Slot::latencyMs).sum();
    }
}
