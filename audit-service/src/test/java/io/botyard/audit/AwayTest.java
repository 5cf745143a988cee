package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Door;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Rule 6: also while Kafka or the database is down at that moment. */
@Tag("faults")
class AwayTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private AuditBed bed;

    @BeforeEach
    void setUp() {
        bed = AuditBed.withItsOwnDatabaseServer();
    }

    @AfterEach
    void tearDown() {
        bed.close();
    }

    @Test
    void rule6WhatHappensWhileTheDatabaseIsAwayIsRecordedWhenItIsBack() {
        var instance = bed.start();
        bed.tell().send(Topic.BOT_EVENTS, events(100));
        await().atMost(LONG).until(() -> readiness(instance) == 200 && bed.everythingIsRead());
        bed.database().stopServer();
        bed.tell().send(Topic.BOT_EVENTS, events(100));
        await().atMost(LONG).until(() -> readiness(instance) == 503);
        assertThat(Door.ofManagement(instance).get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        var read = Door.of(instance).get("/audit", bed.gateway().token(1, "admin"));
        assertThat(read.statusCode()).isEqualTo(503);
        assertThat(read.headers().firstValue("retry-after")).isPresent();
        bed.database().startServer();
        await().atMost(LONG).until(() -> readiness(instance) == 200 && bed.everythingIsRead());
        assertThat(Chains.of(instance, 41)).hasSize(200);
        Chains.assertIntact(instance, 41);
        try (var letters = TopicReader.of(bed.broker().connection(), Topic.BOT_EVENTS.deadLetterName())) {
            assertThat(letters.records()).isEmpty();
        }
    }

    @Test
    void rule6AStartWithoutKafkaWaitsForIt() {
        bed.tell().send(Topic.BOT_EVENTS, events(50));
        bed.broker().stop();
        var instance = bed.start();
        assertThat(readiness(instance)).isEqualTo(503);
        assertThat(Door.of(instance)
                        .get("/audit", bed.gateway().token(1, "admin"))
                        .statusCode())
                .isEqualTo(200);
        bed.broker().start();
        await().atMost(LONG).until(() -> readiness(instance) == 200);
        await().atMost(LONG).until(() -> Chains.of(instance, 41).size() == 50);
    }

    private static Message[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> registered(newCommand(), 41))
                .toArray(Message[]::new);
    }

    private static int readiness(ConfigurableApplicationContext instance) {
        return Door.ofManagement(instance).get("/actuator/health/readiness").statusCode();
    }
}
