package io.botyard.audit.activity.streams;

import io.botyard.audit.activity.Activity;
import io.botyard.audit.activity.ActivitySettings;
import io.botyard.audit.activity.HealthRule;
import io.botyard.audit.activity.HealthSettings;
import io.botyard.audit.activity.Pulse;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.BotHealthChanged;
import io.botyard.contract.wire.Topic;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.springframework.stereotype.Component;

/**
 * What becomes of outcomes. Every part has a name of its own, so that a later version finds what this one has kept. All of
 * it goes by user, as the outcomes do: nothing is sent to another partition on the way.
 */
@Component
final class ActivityTopology {
    private static final String OUTCOMES = "outcomes";
    private static final String FIRST = "first-outcomes";
    private static final String WINDOWS = "count-activity";
    private static final String HEALTH = "watch-health";
    private final ActivitySettings settings;
    private final HealthSettings health;
    private final ActivityMetrics metrics;
    private final InstantSource clock;

    ActivityTopology(ActivitySettings settings, HealthSettings health, ActivityMetrics metrics, InstantSource clock) {
        this.settings = settings;
        this.health = health;
        this.metrics = metrics;
        this.clock = clock;
    }

    Topology build() {
        var topology = new Topology();
        topology.addSource(
                        AutoOffsetReset.earliest(),
                        OUTCOMES,
                        new OutcomeTime(clock),
                        new StringDeserializer(),
                        new OutcomeReader(),
                        Topic.BOT_OUTCOMES.topicName())
                .addProcessor(FIRST, () -> new FirstOutcomes(settings.remembered(), metrics), OUTCOMES);
        topology.addStateStore(
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                FirstOutcomes.STORE, settings.remembered(), settings.remembered(), false),
                        Serdes.String(),
                        Serdes.ByteArray()),
                FIRST);
        addActivity(topology);
        addHealth(topology);
        return topology;
    }

    private void addActivity(Topology topology) {
        topology.addProcessor(WINDOWS, () -> new ActivityWindows(settings, metrics), FIRST);
        topology.addStateStore(
                Stores.windowStoreBuilder(
                                Stores.persistentWindowStore(
                                        ActivityWindows.STORE,
                                        ActivitySettings.WINDOW.plus(settings.grace()),
                                        ActivitySettings.WINDOW,
                                        false),
                                Serdes.String(),
                                StateFormat.of(Activity.class))
                        .withCachingEnabled(),
                WINDOWS);
        topology.addSink(
                "activity-counted",
                Topic.OPS_ACTIVITY.topicName(),
                new StringSerializer(),
                new MessageWriter<ActivityCounted>(Topic.OPS_ACTIVITY),
                (_, _, counted, _) -> Optional.of(Set.of(counted.partition())),
                WINDOWS);
    }

    private void addHealth(Topology topology) {
        topology.addProcessor(
                HEALTH, () -> new HealthWatch(new HealthRule(health), health.lookEvery(), metrics), FIRST);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(HealthWatch.STORE),
                                Serdes.String(),
                                StateFormat.of(Pulse.class))
                        .withCachingEnabled(),
                HEALTH);
        topology.addSink(
                "health-changed",
                Topic.OPS_HEALTH.topicName(),
                new StringSerializer(),
                new MessageWriter<BotHealthChanged>(Topic.OPS_HEALTH),
                HEALTH);
        topology.addSink(
                "health-recorded",
                Topic.AUDIT_ACCESS.topicName(),
                new StringSerializer(),
                new MessageWriter<BotHealthChanged>(Topic.AUDIT_ACCESS),
                HEALTH);
    }
}
