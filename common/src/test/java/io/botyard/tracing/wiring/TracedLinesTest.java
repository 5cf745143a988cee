package io.botyard.tracing.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Lines that are text name the trace where there is tracing, unless somebody has said how lines look. */
class TracedLinesTest {

    private static final String PATTERN = "logging.pattern.correlation";

    @Test
    void thePatternNamesTheTraceOnlyWhereThereIsTracing() {
        assertThat(pattern(Map.of())).isNull();
        assertThat(pattern(Map.of("botyard.tracing.endpoint", "http://127.0.0.1:9")))
                .contains("%X{trace.id:-}");
        assertThat(pattern(Map.of("botyard.tracing.endpoint", "http://127.0.0.1:9", PATTERN, "mine")))
                .isEqualTo("mine");
    }

    private static @Nullable String pattern(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new TracedLines()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment.getProperty(PATTERN, "").isEmpty() ? null : environment.getProperty(PATTERN);
    }
}
