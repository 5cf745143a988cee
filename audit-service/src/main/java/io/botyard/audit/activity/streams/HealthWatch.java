package io.botyard.audit.activity.streams;

import io.botyard.audit.activity.CallEnd;
import io.botyard.audit.activity.HealthRule;
import io.botyard.audit.activity.Pulse;
import io.botyard.contract.Actor;
import io.botyard.contract.BotRowId;
import io.botyard.contract.EventId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessHead;
import io.botyard.contract.event.BotHealth;
import io.botyard.contract.event.BotHealthChanged;
import io.botyard.contract.event.CallOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a bot fares worse, with the outcome that makes it so, and when it fares better, with the next look; a bot
 * that does nothing any more gets better, too.
 */
final class HealthWatch implements Processor<String, CallOutcome, String, BotHealthChanged> {
    static final String STORE = "bot-health";
    private final HealthRule rule;
    private final Duration lookEvery;
    private final ActivityMetrics metrics;
    private @Nullable ProcessorContext<String, BotHealthChanged> context;
    private @Nullable KeyValueStore<String, Pulse> pulses;

    HealthWatch(HealthRule rule, Duration lookEvery, ActivityMetrics metrics) {
        this.rule = rule;
        this.lookEvery = lookEvery;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, BotHealthChanged> streams) {
        context = streams;
        pulses = streams.getStateStore(STORE);
        var _ = streams.schedule(lookEvery, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<String, CallOutcome> record) {
        var store = Objects.requireNonNull(pulses);
        var now = Objects.requireNonNull(context).currentSystemTimeMs();
        var kept = store.get(record.key());
        var before = kept == null ? Pulse.NONE : kept;
        var pulse = rule.heard(before, CallEnd.of(record.value()), record.timestamp(), now);
        if (!pulse.equals(before)) {
            store.put(record.key(), told(record.key(), pulse, rule.worse(pulse), now));
        }
    }

    private void look(long now) {
        var store = Objects.requireNonNull(pulses);
        var changed = new LinkedHashMap<String, Pulse>();
        try (var all = store.all()) {
            all.forEachRemaining(kept -> {
                var pulse = rule.aged(kept.value, now);
                if (pulse.forgettable() || rule.now(pulse) != pulse.told()) {
                    changed.put(kept.key, pulse);
                }
            });
        }
        changed.forEach((user, pulse) -> {
            var told = told(user, pulse, rule.now(pulse), now);
            if (told.forgettable()) {
                var _ = store.delete(user);
            } else {
                store.put(user, told);
            }
        });
    }

    private Pulse told(String user, Pulse pulse, BotHealth health, long now) {
        if (health == pulse.told()) {
            return pulse;
        }
        Objects.requireNonNull(context)
                .forward(new Record<>(user, changed(new UserId(Long.parseLong(user)), pulse, health, now), now));
        metrics.became(health);
        return pulse.told(health);
    }

    private static BotHealthChanged changed(UserId user, Pulse pulse, BotHealth health, long now) {
        var id = UUID.nameUUIDFromBytes(
                ("bot_health_changed#" + user + "#" + now + "#" + health).getBytes(StandardCharsets.UTF_8));
        return new BotHealthChanged(
                new AccessHead(new EventId(id), user, Instant.ofEpochMilli(now), Actor.SYSTEM, "unknown"),
                pulse.bot() == 0 ? null : new BotRowId(pulse.bot()),
                pulse.told(),
                health,
                pulse.sends(),
                pulse.failures(),
                pulse.inARow().size(),
                pulse.meanMs());
    }
}
