package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.call.Calls;
import io.botyard.worker.call.Overflow;
import io.botyard.worker.call.RateLimiting;
import io.botyard.worker.control.Resealing;
import io.botyard.worker.control.Retirement;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.WorkerReports;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes round beside the intake: parked calls, keys, what operators are told. */
@Configuration(proxyBeanMethods = false)
class RoundsWiring {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Bean
    BackgroundLifecycle unparkingRounds(
            Ownerships ownerships,
            Unparking unparking,
            RateLimiting rateLimiting,
            Overflow overflow,
            Outbox outbox,
            KafkaCallJournal journal,
            KafkaSettings kafka,
            Ticker ticker,
            Fleet fleet,
            ApplicationEventPublisher application) {
        var partitions = new UserPartitions(kafka.partitions());
        return Rounds.of(
                "unparking",
                new UnparkingRound(
                        ownerships, unparking, rateLimiting, overflow, outbox, journal, partitions, ticker, fleet),
                application);
    }

    /** Apart from what asks the database: calls end in time while that is away. */
    @Bean
    BackgroundLifecycle expiryRounds(Calls calls, ApplicationEventPublisher application) {
        return Rounds.of(
                "expiry",
                () -> {
                    calls.expire();
                    return BETWEEN_LOOKS;
                },
                application);
    }

    @Bean
    BackgroundLifecycle resealingRounds(
            Resealing resealing,
            Retirement retirement,
            Admin admin,
            LeaseKeeper keeper,
            KafkaCallJournal journal,
            KafkaSettings kafka,
            IntakeSettings settings,
            ApplicationEventPublisher application) {
        var partitions = new UserPartitions(kafka.partitions());
        var reading = new GroupReading(admin, settings.group(), kafka.partitions());
        return Rounds.of(
                "resealing",
                new ResealingRound(resealing, retirement, reading, keeper, journal, partitions),
                application);
    }

    @Bean(destroyMethod = "withdraw")
    Reporting reporting(
            WorkerReports reports, Ownerships ownerships, Fleet fleet, ReportSettings settings, Clock clock) {
        return new Reporting(reports, ownerships, fleet, settings, clock);
    }

    @Bean
    BackgroundLifecycle reportingRounds(Reporting reporting, ApplicationEventPublisher application) {
        return Rounds.of("reporting", reporting, application);
    }
}
