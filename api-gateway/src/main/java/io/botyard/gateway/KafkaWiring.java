package io.botyard.gateway;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.GatewayId;
import io.botyard.contract.wire.DeadLetters;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.gateway.operations.Replies;
import io.botyard.gateway.operations.ReplyReader;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this gateway is called, and how it reads and writes Kafka. */
@Configuration(proxyBeanMethods = false)
class KafkaWiring {

    @Bean
    GatewayId gatewayId() {
        return new GatewayId(UuidCreator.getTimeOrderedEpoch().toString());
    }

    @Bean
    KafkaConnection kafkaConnection(KafkaSettings settings) {
        return settings.connection();
    }

    @Bean
    UserPartitions userPartitions(KafkaSettings settings) {
        return new UserPartitions(settings.partitions());
    }

    @Bean
    MessageCodec messageCodec(GatewayId gateway) {
        return new MessageCodec("/botyard/gateway/" + gateway);
    }

    @Bean
    Replies replies() {
        return new Replies();
    }

    @Bean
    ReplyReader replyReader(
            KafkaConnection kafka,
            GatewayId gateway,
            MessageCodec codec,
            KafkaSender sender,
            MeterRegistry meters,
            Replies replies) {
        return new ReplyReader(kafka, gateway, codec, new DeadLetters(sender), meters, replies);
    }
}
