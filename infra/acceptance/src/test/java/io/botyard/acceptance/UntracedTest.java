package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import io.botyard.tracing.Tracing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a collector nothing of tracing is there. */
@Tag("faults")
class UntracedTest {

    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void withoutACollectorNoClassOfItIsLoadedAndNoRecordCarriesATrace(@TempDir Path directory) throws Exception {
        var classes = directory.resolve("classes");
        var botyard = StandaloneProcess.in(
                directory, Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes + "::filecount=0"));
        try {
            botyard.start();
            var anna = Person.registeredAt(botyard.gateway(), "anna").withBot(720_001);
            var asked = anna.call(
                    "POST",
                    "/api/user-bot/messages",
                    "{\"chat_id\":\"42\",\"text\":\"hi\"}",
                    Tracing.HEADER,
                    TRACEPARENT);
            assertThat(asked.statusCode()).as(asked.body()).isLessThan(300);
            var operation = Person.json(asked).path("operation_id").asString();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> anna.statusOf(operation).equals("succeeded"));

            for (var topic : List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS, Topic.BOT_EVENTS, Topic.BOT_OUTCOMES)) {
                try (var reader = TopicReader.of(
                        new KafkaConnection(botyard.door("KAFKA").getAuthority(), Map.of()), topic.topicName())) {
                    assertThat(reader.records())
                            .isNotEmpty()
                            .allMatch(record -> record.headers().lastHeader(Tracing.HEADER) == null);
                }
            }
            var loaded = Files.readString(classes);
            assertThat(loaded.contains("] io.botyard.gateway.GatewayApplication "))
                    .as("what is loaded is listed")
                    .isTrue();
            assertThat(loaded.lines()
                            .filter(line -> line.contains("] io.opentelemetry.")
                                    || line.contains("] io.botyard.tracing.otel.")))
                    .isEmpty();
        } finally {
            botyard.end();
        }
    }
}
