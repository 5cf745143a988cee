package io.botyard.gateway.commands;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.secret.TokenCipher;
import io.botyard.secret.local.LocalTokenCipher;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    KafkaSender sender(Producer<String, byte[]> producer) {
        return new KafkaSender(producer);
    }

    @Bean
    TokenCipher tokenCipher(LocalSecretSettings settings) {
        return LocalTokenCipher.open(settings.keyset());
    }
}
