package io.botyard.gateway.identity.standing;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time by which a second is measured. */
@Configuration(proxyBeanMethods = false)
class StandingWiring {

    @Bean
    static Ticker ticker() {
        return Ticker.systemTicker();
    }
}
