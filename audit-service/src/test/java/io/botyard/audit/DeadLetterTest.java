package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Door;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Actors;
import io.botyard.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLetterTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    private final ConfigurableApplicationContext instance = bed.start();

    @ParameterizedTest
    @EnumSource(names = {"BOT_COMMANDS", "BOT_CALLS", "BOT_EVENTS", "BOT_OUTCOMES", "AUDIT_ACCESS"})
    void aRecordThatCannotBeReadIsSetAsideWithItsCauseAndCountedAndThePartitionGoesOn(Topic topic) {
        var poison = "{\"not\":".getBytes(StandardCharsets.UTF_8);
        bed.tell().sendRaw(new ProducerRecord<>(topic.topicName(), 0, "41", poison));
        bed.tell().sendRaw(new ProducerRecord<>(topic.topicName(), 0, null, null));
        await().atMost(LONG).until(bed::everythingIsRead);
        assertThat(letters(topic)).hasSize(2).allSatisfy(letter -> {
            assertThat(header(letter, "dlq_cause")).isEqualTo("no ce_type header");
            assertThat(header(letter, "dlq_topic")).isEqualTo(topic.topicName());
        });
        assertThat(letters(topic).getFirst().value()).isEqualTo(poison);
        assertThat(Door.ofManagement(instance).get("/actuator/prometheus").body())
                .contains("botyard_audit_dead_letters_total{topic=\"" + topic.topicName() + "\"} 2.0");
    }

    @Test
    void aReadableRecordThatCannotBeKeptIsSetAsideAndItsNeighboursAreKept() {
        var before = registered(newCommand(), 61);
        var afterTheEndOfTime = registered(
                head(newCommand(), "bot_registered", Actors.user(61), Instant.parse("+400000-01-01T00:00:00Z")));
        var after = registered(newCommand(), 61);
        bed.tell().send(Topic.BOT_EVENTS, before, afterTheEndOfTime, after);
        await().atMost(LONG).until(() -> Chains.of(instance, 61).size() == 2);
        await().atMost(LONG).until(bed::everythingIsRead);
        Chains.assertIntact(instance, 61);
        assertThat(letters(Topic.BOT_EVENTS))
                .filteredOn(letter -> "61".equals(letter.key()))
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, "dlq_cause")).contains("SQLSTATE 22"));
    }

    private List<ConsumerRecord<String, byte[]>> letters(Topic topic) {
        try (var reader = TopicReader.of(bed.broker().connection(), topic.deadLetterName())) {
            return reader.records();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
