package io.botyard.tracing.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.start.StartRefused;
import io.botyard.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Tracing is on where a collector is named, and a setting that cannot be meant stops the start. */
class TracingOptionsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void withoutACollectorThereIsNone() {
        assertThat(in(Map.of())).isEmpty();
        assertThat(in(Map.of("botyard.tracing.endpoint", " "))).isEmpty();
        assertThat(in(Map.of("botyard.tracing.sampling", "0.5"))).isEmpty();
    }

    @Test
    void theAddressMayBeTheCollectorsOrThatOfItsTraces() {
        for (var address :
                new String[] {"http://127.0.0.1:9", "http://127.0.0.1:9/", "https://collector.example.org/v1/traces"}) {
            try (var tracing = open(Map.of("botyard.tracing.endpoint", address, "botyard.tracing.sampling", "0.25"))) {
                assertThat(tracing.on()).isTrue();
            }
        }
        assertThat(meters.get("botyard.tracing.spans.lost").functionCounter().count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:4318", "grpc://collector:4317", "http://", "http://user:s3cret@collector:4318"})
    void anAddressThatIsNoneStopsTheStartAndIsNotRepeated(String address) {
        assertThatThrownBy(() -> open(Map.of("botyard.tracing.endpoint", address)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BOTYARD_TRACING_ENDPOINT")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.5", "NaN"})
    void aShareThatIsNoneStopsTheStart(String share) {
        assertThatThrownBy(() -> open(
                        Map.of("botyard.tracing.endpoint", "http://127.0.0.1:9", "botyard.tracing.sampling", share)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BOTYARD_TRACING_SAMPLING");
    }

    private Tracing open(Map<String, Object> settings) {
        return in(settings).orElseThrow().open("a-service", meters);
    }

    private static Optional<TracingOptions> in(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return TracingOptions.in(environment);
    }
}
