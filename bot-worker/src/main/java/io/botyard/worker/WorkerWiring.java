package io.botyard.worker;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.hazelcast.HazelcastRateBuckets;
import io.botyard.ratelimit.hazelcast.HazelcastSettings;
import io.botyard.ratelimit.hazelcast.JoiningMember;
import io.botyard.secret.TokenKeys;
import io.botyard.secret.TokenSealer;
import io.botyard.secret.WatchedSealer;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.secret.vault.VaultOptions;
import io.botyard.worker.store.KeyVersions;
import io.botyard.worker.store.WorkerId;
import io.botyard.worker.telegram.BotApi;
import io.botyard.worker.telegram.BreakerSettings;
import io.botyard.worker.telegram.Breakers;
import io.botyard.worker.telegram.TelegramSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

/** What the worker takes from outside: time, keys, buckets and Telegram. */
@Configuration(proxyBeanMethods = false)
class WorkerWiring {

    /**
     * The keyset file, where no Vault is configured.
     *
     * @param standalone whether one process runs everything, which is what the file is for
     */
    @ConfigurationProperties("botyard.secret.local")
    record KeysetSettings(@Nullable Path keyset, boolean standalone) {

        private TokenSealer open() {
            var file = requireNonNull(keyset);
            return standalone ? LocalTokenCipher.open(file) : LocalTokenCipher.openDeployed(file);
        }
    }

    /** Where this member of the bucket cluster listens and whom it looks for. */
    @Validated
    @ConfigurationProperties("botyard.hazelcast")
    record BucketSettings(
            @DefaultValue("botyard") @NotBlank String clusterName,
            @DefaultValue("127.0.0.1") @NotBlank String bind,
            @DefaultValue("5701") int port,
            @DefaultValue List<String> members) {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Bean
    WorkerId workerId() {
        return new WorkerId(UUID.randomUUID().toString());
    }

    /** Vault's where one is configured, and the keyset file's otherwise. */
    @Bean
    WatchedSealer tokenSealer(Environment environment, KeysetSettings local, Clock clock, MeterRegistry meters) {
        var sealer = new WatchedSealer(Binder.get(environment)
                .bind(VaultOptions.PREFIX, VaultOptions.class)
                .<TokenSealer>map(options -> options.open(clock))
                .orElseGet(local::open));
        meters.more().counter("botyard.secret.failures", Tags.empty(), sealer, WatchedSealer::failures);
        return sealer;
    }

    /** Whoever cannot reach the keys goes on with the bots in memory, so that is no reason to be left alone. */
    @Bean
    HealthIndicator keysHealthIndicator(WatchedSealer keys) {
        return () -> (keys.reachable() ? Health.up() : Health.status("DEGRADED")).build();
    }

    @Bean
    KeyVersions keyVersions(TokenKeys keys) {
        return keys::versionOf;
    }

    /** This worker's own, unless the process it runs in brings one. */
    @Bean
    JoiningMember joiningMember(ObjectProvider<HazelcastInstance> brought, BucketSettings settings) {
        var there = brought.getIfAvailable();
        return there == null
                ? JoiningMember.start(new HazelcastSettings(
                        settings.clusterName(), settings.bind(), settings.port(), settings.members()))
                : JoiningMember.of(there);
    }

    @Bean
    RateBuckets rateBuckets(JoiningMember member) {
        return new HazelcastRateBuckets(member);
    }

    @Bean
    Breakers breakers(BreakerSettings settings, Clock clock, MeterRegistry meters) {
        var breakers = new Breakers(settings, clock);
        Gauge.builder("botyard.telegram.breaker.open", breakers, known -> known.isOpen() ? 1 : 0)
                .description("1 while Telegram as a whole is left alone")
                .register(meters);
        return breakers;
    }

    @Bean(initMethod = "warmUp")
    BotApi botApi(TelegramSettings settings) {
        return new BotApi(settings);
    }
}
