package io.botyard.audit;

import io.botyard.audit.fleet.WorkersInputs;
import io.botyard.audit.trail.Partitions;
import io.botyard.contract.wire.KafkaConnection;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What the parts get from outside: time, the cluster, and one way to write JSON. */
@Configuration(proxyBeanMethods = false)
class AuditWiring {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KafkaConnection kafka(KafkaSettings settings) {
        return settings.connection();
    }

    @Bean
    Partitions partitions(KafkaSettings settings) {
        return new Partitions(settings.partitions());
    }

    @Bean
    WorkersInputs workersInputs(KafkaSettings settings) {
        return new WorkersInputs(settings.partitions());
    }

    @Bean
    JsonMapper json() {
        return ApiJson.mapper();
    }

    @Bean
    WebMvcConfigurer arguments(List<HandlerMethodArgumentResolver> ours) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(ours);
            }
        };
    }
}
