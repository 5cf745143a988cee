package io.botyard.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private static final TopicPartition FIRST = new TopicPartition("calls", 0);
    private static final TopicPartition SECOND = new TopicPartition("calls", 1);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Brake brake = new Brake(consumer, 100);

    BrakeTest() {
        consumer.assign(List.of(FIRST, SECOND));
    }

    @Test
    void onePartitionAloneIsReadOnUpToHalf() {
        brake.adjust(Map.of(FIRST, 49, SECOND, 0));

        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void fromHalfOnWhoeverHoldsMoreThanTheirShareWaitsAndTheOthersAreRead() {
        brake.adjust(Map.of(FIRST, 50, SECOND, 0));

        assertThat(consumer.paused()).containsExactly(FIRST);

        brake.adjust(Map.of(FIRST, 25, SECOND, 30));

        assertThat(consumer.paused()).containsExactly(SECOND);
    }

    @Test
    void aFullNodeReadsNothingUntilAFifthIsDone() {
        brake.adjust(Map.of(FIRST, 90, SECOND, 10));
        assertThat(consumer.paused()).containsExactlyInAnyOrder(FIRST, SECOND);

        brake.adjust(Map.of(FIRST, 75, SECOND, 5));
        assertThat(consumer.paused()).containsExactlyInAnyOrder(FIRST, SECOND);

        brake.adjust(Map.of(FIRST, 74, SECOND, 5));
        assertThat(consumer.paused()).containsExactly(FIRST);
    }

    @Test
    void whatAnotherWorkerTookOverHoldsNobodyUp() {
        brake.adjust(Map.of(FIRST, 90, SECOND, 10));

        brake.adjust(Map.of(SECOND, 10));

        assertThat(consumer.paused()).doesNotContain(SECOND);
    }
}
