package io.botyard.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final List<Reading> NOTHING = List.of();

    @Test
    void whatAllTopicsHoldOfAPartitionGoesToOneWriterInItsOrder() {
        var read = new ArrayList<Reading>();
        for (var topic : List.of("bot.events", "audit.access")) {
            for (var partition = 0; partition < 5; partition++) {
                read.addAll(readings(topic, partition, 10));
            }
        }
        var shares = Shares.of(read, List.of(NOTHING, NOTHING, NOTHING));
        assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(read);
        for (var partition = 0; partition < 5; partition++) {
            var all = of(partition, read);
            assertThat(shares.stream().map(of(partition))).containsExactlyInAnyOrder(all, NOTHING, NOTHING);
        }
    }

    @Test
    void eachWriterHasAboutAsMuchToDoWhicheverPartitionsWereRead() {
        var read = new ArrayList<>(readings("bot.events", 0, 300));
        read.addAll(readings("bot.events", 2, 500));
        read.addAll(readings("bot.events", 4, 250));
        assertThat(Shares.of(read, List.of(NOTHING, NOTHING)).stream().map(List::size))
                .containsExactlyInAnyOrder(500, 550);
        assertThat(Shares.of(read, List.of(readings("bot.events", 6, 600), NOTHING)).stream()
                        .map(List::size))
                .containsExactly(250, 800);
    }

    @Test
    void aPartitionStaysWithTheWriterThatStillHasSomethingOfIt() {
        var shares = Shares.of(
                readings("audit.access", 4, 100), List.of(NOTHING, readings("bot.events", 4, 5_000), NOTHING));
        assertThat(shares.stream().map(List::size)).containsExactly(0, 100, 0);
    }

    private static UnaryOperator<List<Reading>> of(int partition) {
        return readings -> of(partition, readings);
    }

    private static List<Reading> of(int partition, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.record().partition() == partition)
                .toList();
    }

    private static List<Reading> readings(String topic, int partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> new Reading(
                        new ConsumerRecord<>(topic, partition, offset, "1", new byte[0]), null, "of no matter here"))
                .toList();
    }
}
