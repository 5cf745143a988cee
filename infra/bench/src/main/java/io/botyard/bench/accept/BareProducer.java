package io.botyard.bench.accept;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The same producer without HTTP: 64 at a time, each waiting until its record is acknowledged. */
final class BareProducer {

    private static final int AT_ONCE = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final byte[] RECORD = new byte[500];

    private BareProducer() {}

    static Result result(KafkaConnection kafka) throws InterruptedException {
        try (var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
            var _ = sent(producer, WARM_UP);
            var began = System.nanoTime();
            var sent = sent(producer, TIME);
            var seconds = (System.nanoTime() - began) / 1e9;
            return new Result("the same producer without HTTP", sent / seconds, 0, 0, 0, 0, 0, 0);
        }
    }

    private static long sent(KafkaProducer<String, byte[]> producer, Duration time) throws InterruptedException {
        var sent = new AtomicLong();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE; i++) {
                var key = Integer.toString(i);
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        acknowledged(producer, key);
                        sent.incrementAndGet();
                    }
                });
            }
        }
        return sent.get();
    }

    private static void acknowledged(KafkaProducer<String, byte[]> producer, String key) {
        try {
            var _ = producer.send(new ProducerRecord<>(Topic.BOT_CALLS.topicName(), key, RECORD))
                    .get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", stop);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("kafka does not take records", failure);
        }
    }
}
