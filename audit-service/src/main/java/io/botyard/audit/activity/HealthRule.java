package io.botyard.audit.activity;

import io.botyard.contract.event.BotHealth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a bot is degraded or unhealthy: by its calls of the last minutes as they are known now. What ended before them says
 * nothing of how the bot fares, so outcomes that are read late judge nobody.
 */
public final class HealthRule {
    private static final int PERCENT = 100;
    private final HealthSettings settings;

    public HealthRule(HealthSettings settings) {
        this.settings = settings;
    }

    /** Another call has ended; of an earlier bot of the same user it does not count. */
    public Pulse heard(Pulse before, CallEnd end, long at, long now) {
        var earlierBot = end.bot() != 0 && end.bot() < before.bot();
        if (!end.made() || earlierBot || at <= now - settings.windowMs()) {
            return before;
        }
        var pulse = aged(sameBot(before, end.bot()), now);
        return new Pulse(
                pulse.bot(),
                pulse.told(),
                with(pulse.slots(), end, at),
                end.failed() ? with(pulse.inARow(), at) : List.of());
    }

    /** Without what ended too long ago. */
    public Pulse aged(Pulse pulse, long now) {
        var horizon = now - settings.windowMs();
        return new Pulse(
                pulse.bot(),
                pulse.told(),
                pulse.slots().stream()
                        .filter(slot -> slot.from() + settings.slotMs() > horizon)
                        .toList(),
                pulse.inARow().stream().filter(at -> at > horizon).toList());
    }

    /** What is to be said of it as long as nothing may get better. */
    public BotHealth worse(Pulse pulse) {
        return max(judged(pulse, settings.leastCalls()), pulse.told());
    }

    /** What is to be said of it now. It takes some calls to call a bot ill, and a single one to call it so still. */
    public BotHealth now(Pulse pulse) {
        return max(judged(pulse, settings.leastCalls()), min(judged(pulse, 1), pulse.told()));
    }

    private BotHealth judged(Pulse pulse, int least) {
        if (pulse.inARow().size() >= settings.unhealthyInARow() || fail(pulse, settings.unhealthyPercent(), least)) {
            return BotHealth.UNHEALTHY;
        }
        return fail(pulse, settings.degradedPercent(), least) || isSlow(pulse, least)
                ? BotHealth.DEGRADED
                : BotHealth.HEALTHY;
    }

    private static boolean fail(Pulse pulse, int percent, int least) {
        var sends = pulse.sends();
        return sends >= least && pulse.failures() * PERCENT >= percent * sends;
    }

    private boolean isSlow(Pulse pulse, int least) {
        var timed = pulse.timed();
        return timed >= least && pulse.latencyMs() >= settings.degradedMean().toMillis() * timed;
    }

    private static Pulse sameBot(Pulse pulse, long bot) {
        return bot == 0 || bot == pulse.bot() ? pulse : new Pulse(bot, pulse.told(), List.of(), List.of());
    }

    private List<Slot> with(List<Slot> slots, CallEnd end, long at) {
        var from = at - at % settings.slotMs();
        var counted = new ArrayList<>(slots);
        var slot = slots.stream().filter(one -> one.from() == from).findAny().orElseGet(() -> Slot.at(from));
        counted.remove(slot);
        counted.add(slot.with(end.failed(), end.tookMs()));
        counted.sort(Comparator.comparingLong(Slot::from));
        return counted;
    }

    /** No more of them than make it unhealthy. */
    private List<Long> with(List<Long> inARow, long at) {
        var counted = new ArrayList<>(inARow);
        counted.add(at);
        return counted.subList(Math.max(0, counted.size() - settings.unhealthyInARow()), counted.size());
    }

    private static BotHealth max(BotHealth one, BotHealth other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static BotHealth min(BotHealth one, BotHealth other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
