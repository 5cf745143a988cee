package io.botyard.audit.trail;

import io.botyard.audit.trail.seal.SealParts;
import io.botyard.contract.wire.DeadLetters;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.start.StartRefused;
import io.botyard.tracing.Tracing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the topics for as long as the application runs, on a thread of its own. */
@Component
final class Ingestion implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ingestion.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private final ConfigurableApplicationContext application;
    private final Deployment deployment;
    private final KafkaClients clients;
    private final BatchCommit commit;
    private final Positions positions;
    private final Months months;
    private final IngestionMetrics metrics;
    private final IngestionState state;
    private final SealParts seals;
    private final Partitions partitions;
    private final IngestionSettings settings;
    private final Tracing tracing;
    private final Backoff backoff = new Backoff();
    private CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> reading;

    Ingestion(
            ConfigurableApplicationContext application,
            Deployment deployment,
            KafkaClients clients,
            BatchCommit commit,
            Positions positions,
            Months months,
            IngestionMetrics metrics,
            IngestionState state,
            SealParts seals,
            Partitions partitions,
            IngestionSettings settings,
            Tracing tracing) {
        this.tracing = tracing;
        this.application = application;
        this.deployment = deployment;
        this.clients = clients;
        this.commit = commit;
        this.positions = positions;
        this.months = months;
        this.metrics = metrics;
        this.state = state;
        this.seals = seals;
        this.partitions = partitions;
        this.settings = settings;
    }

    /** Refuses a partition count other than the recorded one; Kafka itself is waited for in the background. */
    @Override
    public void start() {
        deployment.check();
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform()
                .name("audit-ingestion")
                .uncaughtExceptionHandler((_, broken) -> broke(broken))
                .start(this::run);
    }

    /** Lets the batch at hand end, for 5 s at most; what was not kept is read again by whoever comes next. */
    @Override
    public void stop() {
        stop.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        var running = thread;
        if (running != null) {
            join(running);
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopped()) {
            try {
                deployment.begin();
                read();
            } catch (StartRefused refused) {
                LOG.atError()
                        .addKeyValue("reason", String.valueOf(refused.getMessage()))
                        .log("refusing to run");
                end();
                return;
            } catch (WakeupException _) {
                // Asked to stop.
            } catch (RuntimeException away) {
                waitFor(away);
            } finally {
                state.reading(false);
            }
        }
    }

    private void read() {
        try (var producer = clients.producer()) {
            var consumer = clients.consumer();
            reading = consumer;
            var sender = new KafkaSender(producer);
            var recording = new Recording(commit, new DeadLetters(sender), metrics);
            try (var keeping = new KeepingAhead(recording, settings.writers())) {
                new PartitionReader(
                                consumer,
                                new Assignment(consumer, positions, keeping),
                                keeping,
                                seals.sealing(sender, partitions.count()),
                                months,
                                metrics,
                                state,
                                backoff,
                                tracing)
                        .readUntil(this::stopped);
            } finally {
                reading = null;
                consumer.close(CloseOptions.timeout(DRAIN));
            }
        }
    }

    private void waitFor(RuntimeException away) {
        if (stopped()) {
            return;
        }
        var pause = backoff.next();
        LOG.atWarn()
                .addKeyValue("reason", String.valueOf(away.getMessage()))
                .addKeyValue("wait_ms", pause.toMillis())
                .log("Kafka is waited for");
        try {
            var _ = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            stop.countDown();
        }
    }

    private void broke(Throwable why) {
        LOG.atError()
                .addKeyValue("reason", String.valueOf(why.getMessage()))
                .setCause(why)
                .log("ingestion broke");
        end();
    }

    /** The whole application: from this no waiting helps, and whoever runs it must see it. */
    private void end() {
        var _ = Thread.ofPlatform().name("audit-closing").start(application::close);
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private static void join(Thread running) {
        try {
            if (!running.join(DRAIN)) {
                running.interrupt();
                var _ = running.join(DRAIN);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
