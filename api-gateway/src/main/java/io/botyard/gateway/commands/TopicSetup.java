package io.botyard.gateway.commands;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that the topics are there before anything is asked of them. */
@Component
public class TopicSetup {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final int PATIENCE_MS = 5_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaConnection kafka;
    private final CountDownLatch stopped = new CountDownLatch(1);

    TopicSetup(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Waits for Kafka for as long as it takes.
     *
     * @throws io.botyard.contract.wire.PartitionCountMismatch when a topic has another count already
     */
    public void ensure(int partitions) {
        try (var admin = Admin.create(patient())) {
            var topics = new Topics(admin);
            while (!made(topics, partitions) && !stopped()) {
                LOG.atWarn().log("waiting for kafka");
            }
        }
    }

    public void stop() {
        stopped.countDown();
    }

    private static boolean made(Topics topics, int partitions) {
        try {
            topics.ensure(partitions);
            return true;
        } catch (IllegalStateException failure) {
            if (failure.getCause() instanceof RetriableException) {
                return false;
            }
            throw failure;
        }
    }

    private boolean stopped() {
        try {
            return stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> patient() {
        var settings = new HashMap<>(kafka.admin());
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        return settings;
    }
}
