package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.botyard.contract.wire.WireJson;
import io.botyard.testkit.trace.CollectorStandIn;
import io.botyard.tracing.Kind;
import io.botyard.tracing.otel.Collector;
import io.botyard.tracing.otel.OtelTracing;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;

/** Lines of a log name the trace that they belong to, in the words of the Elastic Common Schema. */
class TracedLinesTest {

    private final StructuredLogEncoder encoder = encoder();

    @Test
    void aLineNamesItsTraceOnWhicheverThreadTheWorkIsDone() {
        try (var collector = CollectorStandIn.start();
                var tracing = OtelTracing.to(new Collector(collector.uri().resolve("/v1/traces"), 1), "a-service");
                var span = tracing.begin(Kind.SERVER, "GET", "/", null)) {
            var elsewhere = new CompletableFuture<JsonNode>();
            try (var _ = span.enter()) {
                assertThat(span.traceparent()).startsWith(ids(line()));
                Thread.ofVirtual().start(tracing.carried(() -> elsewhere.complete(line())));
            }
            assertThat(span.traceparent()).startsWith(ids(elsewhere.join()));
            assertThat(line().has("trace")).isFalse();
        }
    }

    private static String ids(JsonNode line) {
        return "00-" + line.path("trace").path("id").asString() + "-"
                + line.path("span").path("id").asString() + "-";
    }

    private JsonNode line() {
        var logger = (Logger) LoggerFactory.getLogger(TracedLinesTest.class);
        return WireJson.mapper()
                .readTree(encoder.encode(new LoggingEvent("", logger, Level.INFO, "said", null, new Object[0])));
    }

    private static StructuredLogEncoder encoder() {
        var context = new LoggerContext();
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        return encoder;
    }
}
