package io.botyard.tracing.wiring;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/** Lines of a log that are text name trace and span, too, where there is tracing; a pattern that is set wins. */
final class TracedLines implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Map<String, Object> PATTERN =
            Map.of("logging.pattern.correlation", "[%X{trace.id:-} %X{span.id:-}] ");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        var environment = start.getEnvironment();
        if (TracingOptions.in(environment).isPresent()) {
            environment.getPropertySources().addLast(new MapPropertySource("traced lines", PATTERN));
        }
    }

    /** When the settings are known, and before logging is set up by them. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }
}
