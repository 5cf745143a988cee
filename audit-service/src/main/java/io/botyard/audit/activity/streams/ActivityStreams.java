package io.botyard.audit.activity.streams;

import io.botyard.audit.activity.ActivitySettings;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts for as long as the application runs. It begins by itself once Kafka has the topics, and nobody waits for that:
 * the trail does not need it.
 */
@Component
final class ActivityStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityStreams.class);
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int LOOK_SECONDS = 10;
    private static final List<String> TOPICS = Stream.of(
                    Topic.BOT_OUTCOMES, Topic.OPS_ACTIVITY, Topic.OPS_HEALTH, Topic.AUDIT_ACCESS)
            .map(Topic::topicName)
            .toList();
    private final ActivityTopology topology;
    private final StreamsSettings properties;
    private final ActivitySettings settings;
    private final KafkaConnection kafka;
    private final ActivityMetrics metrics;
    private CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread starting;
    private volatile @Nullable KafkaStreams streams;

    ActivityStreams(
            ActivityTopology topology,
            StreamsSettings properties,
            ActivitySettings settings,
            KafkaConnection kafka,
            ActivityMetrics metrics) {
        this.topology = topology;
        this.properties = properties;
        this.settings = settings;
        this.kafka = kafka;
        this.metrics = metrics;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        starting = Thread.ofPlatform().name("activity-starting").daemon().start(this::begin);
    }

    /** Commits what is counted, for 8 s at most, and lets another instance go on at once. */
    @Override
    public void stop() {
        stop.countDown();
        var begun = starting;
        if (begun != null) {
            join(begun);
        }
        var running = streams;
        if (running != null) {
            var _ = running.close(CloseOptions.timeout(DRAIN)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
        starting = null;
    }

    @Override
    public boolean isRunning() {
        return starting != null;
    }

    /** Nothing before it has begun. */
    Optional<KafkaStreams.State> state() {
        return Optional.ofNullable(streams).map(KafkaStreams::state);
    }

    private void begin() {
        if (waited(settings.startAfter())) {
            return;
        }
        while (!topicsAreThere() || !begun()) {
            if (waited(BETWEEN_TRIES)) {
                return;
            }
        }
    }

    /** Not while its directory cannot be used, such as by whoever is stopping there. */
    private boolean begun() {
        try {
            var made = new KafkaStreams(topology.build(), properties.properties());
            made.setUncaughtExceptionHandler(this::replace);
            streams = made;
            if (stop.getCount() > 0) {
                made.start();
            }
            return true;
        } catch (KafkaException failure) {
            LOG.atWarn()
                    .addKeyValue("reason", String.valueOf(failure.getMessage()))
                    .log("outcomes are not counted yet");
            return false;
        }
    }

    private boolean topicsAreThere() {
        try (var admin = Admin.create(kafka.admin())) {
            return !admin.describeTopics(TOPICS)
                    .allTopicNames()
                    .get(LOOK_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Another thread goes on from what is committed, after a pause: what is broken now may be whole then. */
    private StreamThreadExceptionResponse replace(Throwable failure) {
        LOG.atError()
                .addKeyValue("reason", failure.getClass().getSimpleName())
                .setCause(failure)
                .log("a thread that counts is replaced");
        metrics.threadReplaced();
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Whether it was told to stop meanwhile. */
    private boolean waited(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void join(Thread begun) {
        try {
            if (!begun.join(DRAIN)) {
                begun.interrupt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
