package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import io.botyard.testkit.trace.CollectorStandIn;
import io.botyard.tracing.Kind;
import io.botyard.tracing.otel.Collector;
import io.botyard.tracing.otel.OtelTracing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A collector that is away or lets everybody wait costs spans, which are counted, and nothing else. */
@Tag("faults")
class SlowCollectorTest {

    private static final int SPANS = 50_000;
    private static final int MESSAGES = 21;

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        root().addAppender(said);
    }

    @AfterEach
    void leave() {
        root().detachAppender(said);
    }

    @Test
    void whoEndsASpanNeverWaitsAndWhatIsLostIsCountedAndSaidOnce() {
        try (var collector = CollectorStandIn.hanging()) {
            loses(collector.uri());
            assertThat(collector.asked()).isPositive();
        }
    }

    @Test
    void aCollectorThatIsAwayIsTheSame() {
        var gone = CollectorStandIn.start();
        gone.close();
        loses(gone.uri());
    }

    @Test
    void callsAndTheEndOfAServiceDoNotWaitForACollector(@TempDir Path directory) {
        try (var collector = CollectorStandIn.hanging()) {
            var botyard = Standalone.start(StandaloneSettings.in(directory.resolve("botyard"))
                    .extra(Map.of("botyard.tracing.endpoint", collector.uri().toString())));
            try {
                var anna = Person.registeredAt(botyard.gateway(), "anna").withBot(730_001);
                var times = new ArrayList<Duration>();
                for (var i = 0; i < MESSAGES; i++) {
                    var begun = System.nanoTime();
                    var operation = anna.send("42", "hello " + i);
                    times.add(since(begun));
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> anna.statusOf(operation).equals("succeeded"));
                }
                assertThat(times.stream().sorted().toList().get(MESSAGES / 2))
                        .as("a busy machine may delay some")
                        .isLessThan(Duration.ofSeconds(2));
                assertThat(collector.asked()).isPositive();
            } finally {
                var begun = System.nanoTime();
                botyard.close();
                assertThat(since(begun)).isLessThan(Duration.ofSeconds(45));
            }
        }
    }

    private void loses(URI collector) {
        var tracing = tracing(collector);
        var begun = System.nanoTime();
        for (var i = 0; i < SPANS; i++) {
            tracing.begin(Kind.CONSUMER, "process", "bot.calls", null).close();
        }
        assertThat(since(begun)).isLessThan(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(30)).until(() -> warnings().size() == 1);
        begun = System.nanoTime();
        tracing.close();
        assertThat(since(begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(tracing.lost()).isGreaterThan(SPANS / 2.0);
        assertThat(warnings()).containsExactly("spans are lost");
    }

    private static OtelTracing tracing(URI collector) {
        return OtelTracing.to(new Collector(collector.resolve("/v1/traces"), 1), "a-service");
    }

    private List<String> warnings() {
        return List.copyOf(said.list).stream()
                .filter(event -> event.getLoggerName().startsWith("io.botyard.tracing")
                        || event.getLoggerName().startsWith("io.opentelemetry"))
                .map(ILoggingEvent::getMessage)
                .toList();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
