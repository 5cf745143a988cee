package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.wire.DeadLetters;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topics;
import io.botyard.tracing.Tracing;
import io.botyard.worker.call.BacklogSettings;
import io.botyard.worker.call.Calls;
import io.botyard.worker.call.Verification;
import io.botyard.worker.control.Control;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Bots;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.KeyedCalls;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.Ownership;
import io.botyard.worker.store.ParkedCalls;
import io.botyard.worker.store.ShutGates;
import io.botyard.worker.store.Topology;
import io.botyard.worker.store.WorkerId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeWiring {

    @Bean
    MessageCodec messageCodec(WorkerId self) {
        return new MessageCodec("/botyard/worker/" + self.value());
    }

    @Bean(destroyMethod = "close")
    Admin admin(KafkaSettings kafka) {
        return Admin.create(kafka.connection().admin());
    }

    @Bean(destroyMethod = "close")
    KafkaProducer<String, byte[]> producer(KafkaSettings kafka) {
        return new KafkaProducer<>(kafka.connection().producer());
    }

    @Bean
    KafkaSender kafkaSender(KafkaProducer<String, byte[]> producer, Tracing tracing) {
        return new KafkaSender(producer, tracing);
    }

    @Bean
    KafkaCallJournal callJournal(
            KafkaSender sender,
            MessageCodec codec,
            Outbox outbox,
            KafkaSettings kafka,
            MeterRegistry meters,
            Tracing tracing) {
        return new KafkaCallJournal(sender, codec, outbox, kafka.partitions(), new OutcomeMetrics(meters), tracing);
    }

    @Bean
    LeaseKeeper leaseKeeper(Ownership ownership) {
        return new LeaseKeeper(ownership);
    }

    @Bean
    Pulse intakeHealthIndicator(Ticker ticker) {
        return new Pulse(ticker);
    }

    @Bean
    Takeover takeover(
            Ownership ownership,
            Outbox outbox,
            KafkaCallJournal journal,
            LeaseKeeper keeper,
            KafkaSettings kafka,
            IntakeSettings settings,
            MessageCodec codec,
            DeadLetterOffice deadLetters,
            Waiting waiting,
            Clock clock) {
        return new Takeover(ownership, outbox, journal, keeper, kafka, settings, codec, deadLetters, waiting, clock);
    }

    @Bean
    DeadLetterOffice deadLetterOffice(
            KafkaSender sender, KafkaCallJournal journal, Changes changes, MeterRegistry meters, Clock clock) {
        return new DeadLetterOffice(new DeadLetters(sender), journal, changes, meters, clock);
    }

    @Bean
    Parking parking(ParkedCalls rows, KafkaCallJournal journal, Clock clock, Tracing tracing) {
        return new Parking(rows, journal, clock, tracing);
    }

    @Bean
    Waiting waiting(
            ParkedCalls rows,
            ShutGates gates,
            Calls calls,
            Parking parking,
            KafkaCallJournal journal,
            BacklogSettings settings) {
        return new Waiting(rows, gates, calls, parking, journal, settings);
    }

    @Bean
    CallLanes callLanes(
            Calls calls, KafkaCallJournal journal, Parking parking, KeyedCalls keyed, Clock clock, Tracing tracing) {
        return new CallLanes(calls, journal, parking, keyed, clock, tracing);
    }

    @Bean
    Unparking unparking(
            ParkedCalls rows, Calls calls, CallLanes lanes, KafkaCallJournal journal, Clock clock, Tracing tracing) {
        return new Unparking(rows, calls, lanes, journal, clock, tracing);
    }

    @Bean
    Claims claims(Bots bots, Changes changes, KafkaSender sender, MessageCodec codec, Clock clock) {
        return new Claims(bots, changes, sender, codec, clock);
    }

    @Bean
    Desk desk(
            MessageCodec codec,
            Control control,
            Verification verification,
            CallLanes callLanes,
            KafkaCallJournal journal,
            DeadLetterOffice deadLetters,
            Outbox outbox,
            Claims claims,
            Tracing tracing) {
        var controlLanes = new ControlLanes(control, verification, journal, callLanes, outbox, claims, tracing);
        return new Desk(codec, controlLanes, callLanes, deadLetters, tracing);
    }

    @Bean
    Ownerships ownerships(Takeover takeover, LeaseKeeper keeper) {
        return new Ownerships(takeover, keeper);
    }

    @Bean
    MeterBinder ownershipMetrics(Ownerships ownerships, KafkaSettings kafka) {
        return new OwnershipMetrics(ownerships, kafka.partitions());
    }

    @Bean
    BackgroundLifecycle intake(
            Ownerships ownerships,
            LeaseKeeper keeper,
            Desk desk,
            Fleet fleet,
            Topology topology,
            Admin admin,
            KafkaSettings kafka,
            IntakeSettings settings,
            Ticker ticker,
            Pulse pulse,
            ApplicationEventPublisher application) {
        topology.confirm(kafka.partitions());
        new Topics(admin).ensure(kafka.partitions());
        var handback = new Handback(keeper, kafka.partitions());
        var intake = new Intake(consumer(kafka, settings), ownerships, handback, desk, fleet, settings, ticker, pulse);
        return new BackgroundLifecycle(Thread.ofPlatform().name("intake"), intake, intake::stop, application);
    }

    /** Both protocols give a member the same partition numbers of all topics; who owns them the lease decides. */
    private static Consumer<String, byte[]> consumer(KafkaSettings kafka, IntakeSettings settings) {
        var config = new HashMap<>(kafka.connection().consumer());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(
                ConsumerConfig.GROUP_PROTOCOL_CONFIG, settings.protocol().name().toLowerCase(Locale.ROOT));
        switch (settings.protocol()) {
            case CONSUMER -> config.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, "range");
            case CLASSIC -> {
                config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
                config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
                config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500);
            }
        }
        return new KafkaConsumer<>(config);
    }
}
