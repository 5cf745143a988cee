package io.botyard.worker.guarantee;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends commands as a gateway does: what it returns from is accepted, and is in its topic once. */
final class Mailbox implements AutoCloseable {

    private static final int PATIENCE_MS = 120_000;

    private final MessageCodec codec = new MessageCodec("/botyard/guarantee");
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaSender sender;

    Mailbox(KafkaConnection kafka) {
        var patient = new HashMap<>(kafka.producer());
        patient.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        patient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        this.producer = new KafkaProducer<>(patient);
        this.sender = new KafkaSender(producer);
    }

    void send(BotCommand command) {
        var topic = command instanceof CallMethod ? Topic.BOT_CALLS : Topic.BOT_COMMANDS;
        var _ = sender.send(codec.encode(topic, command)).join();
    }

    /** The same with a value that nobody can read. */
    void sendUnreadable(CallMethod call) {
        var readable = codec.encode(Topic.BOT_CALLS, call);
        var _ = sender.send(new ProducerRecord<>(
                        readable.topic(), null, readable.key(), new byte[] {'?'}, readable.headers()))
                .join();
    }

    @Override
    public void close() {
        producer.close();
    }
}
