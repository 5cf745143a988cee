package io.botyard.bench.consume;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Lap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is to be done with each record of a topic: some waiting, as for an answer, and a look whether it is its turn. */
public final class Workload {

    private final OrderedTopic topic;
    private final Duration work;
    private final HandledLog kept;
    private final boolean resumed;
    private final Lap lap = new Lap();
    private final int[] next = new int[OrderedTopic.KEYS];
    private final LongAdder outOfOrder = new LongAdder();
    private final AtomicLong left;
    private final CountDownLatch all = new CountDownLatch(1);

    /**
     * @param resumed somebody else may have handled the first records of each key
     */
    Workload(OrderedTopic topic, Duration work, HandledLog kept, boolean resumed) {
        this.topic = topic;
        this.work = work;
        this.kept = kept;
        this.resumed = resumed;
        this.left = new AtomicLong(topic.records());
    }

    public String topic() {
        return topic.name();
    }

    /** The records of a key are handled by one thread after the other. */
    public void handle(ConsumerRecord<String, byte[]> record) {
        lap.begin();
        if (work.isPositive()) {
            LockSupport.parkNanos(work.toNanos());
        }
        var key = Integer.parseInt(record.key());
        var number = ByteBuffer.wrap(record.value()).getInt();
        if (number != next[key] && !(resumed && next[key] == 0)) {
            outOfOrder.increment();
        }
        next[key] = number + 1;
        kept.add(key, number);
        if (left.decrementAndGet() == 0) {
            all.countDown();
        }
    }

    /** Waits for the last record, or until the time is up, and says what was done until then. */
    Cost await(Duration atMost) throws InterruptedException {
        var _ = all.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        var handled = topic.records() - Math.max(0, left.get());
        if (outOfOrder.sum() > 0) {
            throw new IllegalStateException(outOfOrder.sum() + " records were handled before their turn");
        }
        return lap.end(handled);
    }
}
