package io.botyard.tracing.wiring;

import io.botyard.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives a service its tracing, by its own name. */
@Configuration(proxyBeanMethods = false)
public class TracingWiring {

    @Bean
    Tracing tracing(Environment environment, MeterRegistry meters) {
        return TracingOptions.in(environment)
                .map(options -> options.open(environment.getRequiredProperty("spring.application.name"), meters))
                .orElse(Tracing.OFF);
    }
}
