package io.botyard.bench.trail;

import io.botyard.contract.Message;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.Topics;
import io.botyard.testkit.TestBroker;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker whose topics hold a load. */
record Filled(TestBroker broker, Load load) {

    static final int PARTITIONS = 12;

    private static final int BATCH_BYTES = 256 * 1024;

    static Filled with(Load load) {
        var filled = new Filled(TestBroker.fresh().withTopics(PARTITIONS), load);
        var codec = new MessageCodec("/botyard/bench");
        filled.fill(message -> codec.encode(Load.topic(message), message));
        return filled;
    }

    /** Makes topics beside Botyard's own. */
    void make(String... topics) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka().admin())) {
            admin.createTopics(Stream.of(topics)
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Puts the load there in some form. */
    void fill(Function<Message, ProducerRecord<String, byte[]>> form) {
        // A broker that has just started can give two producers one id, and takes nothing more of one of them.
        var settings = new HashMap<>(kafka().producer());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        try (var producer = new KafkaProducer<String, byte[]>(settings)) {
            for (var number = 0; number < Load.RECORDS; number++) {
                var _ = producer.send(form.apply(load.message(number)));
            }
        }
    }

    KafkaConnection kafka() {
        return broker.connection();
    }

    /** What was signed of a trail that is no more is forgotten, too: it would have to be read again. */
    void forgetSeals() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka().admin())) {
            admin.deleteTopics(List.of(Topic.AUDIT_HEADS.topicName())).all().get();
            new Topics(admin).ensure(PARTITIONS);
        }
    }
}
