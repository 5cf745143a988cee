package io.botyard.gateway.commands;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.secret.TokenSealer;
import io.botyard.secret.WatchedSealer;
import io.botyard.secret.vault.VaultOptions;
import io.botyard.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one producer of a gateway, and what seals the secrets it sends. */
@Configuration(proxyBeanMethods = false)
class Producing {

    @Bean
    Producer<String, byte[]> producer(KafkaConnection kafka, CommandsSettings settings) {
        var ours = new HashMap<>(kafka.producer());
        ours.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.acknowledgeWithin().toMillis());
        ours.putAll(kafka.extra());
        return new KafkaProducer<>(ours);
    }

    @Bean
    KafkaSender sender(Producer<String, byte[]> producer, Tracing tracing) {
        return new KafkaSender(producer, tracing);
    }

    /** Vault's where one is configured, and the keyset file's otherwise. */
    @Bean
    WatchedSealer tokenSealer(Environment environment, LocalSecretSettings local, Clock clock, MeterRegistry meters) {
        var sealer = new WatchedSealer(Binder.get(environment)
                .bind(VaultOptions.PREFIX, VaultOptions.class)
                .<TokenSealer>map(options -> options.open(clock))
                .orElseGet(local::open));
        meters.more().counter("botyard.secret.failures", Tags.empty(), sealer, WatchedSealer::failures);
        return sealer;
    }

    /** Whoever cannot reach the keys answers everything that needs none, so that is no reason to be left alone. */
    @Bean
    HealthIndicator keysHealthIndicator(WatchedSealer keys) {
        return () -> (keys.reachable() ? Health.up() : Health.status("DEGRADED")).build();
    }
}
