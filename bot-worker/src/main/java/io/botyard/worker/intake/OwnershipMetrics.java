package io.botyard.worker.intake;

import io.botyard.contract.wire.Topic;
import io.botyard.worker.store.Lease;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What this worker owns and has not finished; never by user. */
final class OwnershipMetrics implements MeterBinder {

    private final Ownerships ownerships;
    private final int partitions;

    OwnershipMetrics(Ownerships ownerships, int partitions) {
        this.ownerships = ownerships;
        this.partitions = partitions;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("botyard.partitions", "Partitions there are, all workers together", _ -> partitions)
                .register(meters);
        gauge(
                        "botyard.worker.partitions",
                        "Partitions whose lease is held",
                        owned -> owned.all().stream()
                                .map(OwnedPartition::lease)
                                .filter(Lease::trusted)
                                .count())
                .register(meters);
        gauge("botyard.worker.calls.parked", "Calls that are set aside in Postgres", Ownerships::parked)
                .register(meters);
        for (var topic : Inputs.TOPICS) {
            gauge(
                            "botyard.worker.records.open",
                            "Records that are taken in and not finished",
                            owned -> open(owned, topic))
                    .tag("topic", topic.topicName())
                    .register(meters);
        }
    }

    private static double open(Ownerships ownerships, Topic topic) {
        return ownerships.open(topic).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Gauge.Builder<Ownerships> gauge(String name, String description, ToDoubleFunction<Ownerships> value) {
        return Gauge.builder(name, ownerships, value).description(description);
    }
}
