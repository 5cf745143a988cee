package io.botyard.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.botyard.contract.Message;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallExpired;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MessageCodecTest {

    private final MessageCodec codec = new MessageCodec("/botyard/test");

    @ParameterizedTest
    @MethodSource("io.botyard.contract.wire.Samples#all")
    void everyMessageSurvivesTheJourney(Message sample) {
        var sent = codec.encode(Topic.BOT_EVENTS, sample);
        assertThat(sent.key()).isEqualTo(sample.userId().toString());
        assertThat(codec.decode(received(sent), Message.class)).isEqualTo(sample);
    }

    @Test
    void attributesAreCloudEventsHeaders() {
        var headers = codec.encode(Topic.BOT_COMMANDS, removal()).headers();
        assertThat(CloudEvents.read(headers, "ce_specversion")).contains("1.0");
        assertThat(CloudEvents.read(headers, "ce_type")).contains("io.botyard.remove_bot");
        assertThat(CloudEvents.read(headers, "ce_subject")).contains("7");
        assertThat(CloudEvents.read(headers, "ce_source")).contains("/botyard/test");
        assertThat(CloudEvents.read(headers, "ce_time")).contains("2026-11-23T10:15:30.120Z");
        assertThat(CloudEvents.read(headers, "content-type")).contains("application/json");
        assertThat(CloudEvents.commandId(headers)).contains(removal().commandId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"user_id\":7}", "{\"user_id\":-1}", "\u0000"})
    void whatIsNotTheMessageIsUnreadable(String value) {
        var sent = codec.encode(Topic.BOT_COMMANDS, removal());
        var broken = new ProducerRecord<>(
                sent.topic(), null, sent.key(), value.getBytes(StandardCharsets.UTF_8), sent.headers());
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.decode(received(broken), BotCommand.class));
    }

    @Test
    void aRecordOfAnotherFamilyIsUnreadable() {
        var sent = codec.encode(Topic.BOT_EVENTS, removal());
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.decode(received(sent), BotEvent.class))
                .withMessageContaining("does not belong");
    }

    @Test
    void aRecordUnderAnotherUsersKeyIsUnreadable() {
        var sent = codec.encode(Topic.BOT_COMMANDS, removal());
        var moved = new ProducerRecord<>(sent.topic(), null, "8", sent.value(), sent.headers());
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> codec.decode(received(moved), BotCommand.class))
                .withMessageContaining("key");
    }

    @Test
    void aFieldOfALaterReleaseIsIgnored() {
        var sent = codec.encode(Topic.BOT_COMMANDS, removal());
        var later = new String(sent.value(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"new_field\":[1],");
        var record = new ProducerRecord<>(
                sent.topic(), null, sent.key(), later.getBytes(StandardCharsets.UTF_8), sent.headers());
        assertThat(codec.decode(received(record), BotCommand.class)).isEqualTo(removal());
    }

    @Test
    void anOutcomeOfAWorkerThatDoesNotTellOfTimeYetIsReadable() {
        var sent = codec.encode(Topic.BOT_OUTCOMES, expired());
        var earlier = (ObjectNode) WireJson.mapper().readTree(sent.value());
        earlier.remove(List.of("throttled", "took_ms"));
        var record = new ProducerRecord<>(
                sent.topic(), null, sent.key(), WireJson.mapper().writeValueAsBytes(earlier), sent.headers());
        assertThat(codec.decode(received(record), CallEvent.class)).isEqualTo(expired());
    }

    @Test
    void theLargestBodyFitsIntoARecordWhateverItHolds() {
        for (var filling : new String[] {"\"", "\\", "\u0001", "é", "a"}) {
            var bytes = filling.repeat(1024 * 1024 / filling.getBytes(StandardCharsets.UTF_8).length)
                    .getBytes(StandardCharsets.UTF_8);
            var body = CallBody.of(CallBody.JSON, bytes);
            assertThat(WireJson.mapper().writeValueAsBytes(body).length)
                    .isLessThan(KafkaConnection.MAX_BYTES - 64 * 1024);
            assertThat(body.bytes()).isEqualTo(bytes);
            assertThat(body.openedAs(body.secret())).isEqualTo(body);
        }
    }

    private static CallExpired expired() {
        return Samples.all().stream()
                .filter(CallExpired.class::isInstance)
                .map(CallExpired.class::cast)
                .findAny()
                .orElseThrow();
    }

    private static RemoveBot removal() {
        return Samples.all().stream()
                .filter(RemoveBot.class::isInstance)
                .map(RemoveBot.class::cast)
                .findAny()
                .orElseThrow();
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                sent.value().length,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers().toArray()),
                Optional.empty());
    }
}
