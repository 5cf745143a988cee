package io.botyard.audit.activity.streams;

import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallOutcome;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first outcome of each call pass. All outcomes of a call have one event id; those of the last while are
 * remembered, counted in the time of the outcomes themselves.
 */
final class FirstOutcomes implements Processor<String, CallEvent, String, CallOutcome> {
    static final String STORE = "outcomes-seen";
    private static final byte[] SEEN = {1};
    private final Duration remembered;
    private final ActivityMetrics metrics;
    private @Nullable ProcessorContext<String, CallOutcome> context;
    private @Nullable WindowStore<String, byte[]> seen;

    FirstOutcomes(Duration remembered, ActivityMetrics metrics) {
        this.remembered = remembered;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, CallOutcome> streams) {
        context = streams;
        seen = streams.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, CallEvent> record) {
        if (!(record.value() instanceof CallOutcome outcome)) {
            return;
        }
        if (!outcome.userId().toString().equals(record.key())) {
            metrics.unreadable();
            return;
        }
        var streams = Objects.requireNonNull(context);
        if (isFirst(outcome, streams.currentStreamTimeMs())) {
            streams.forward(record.withValue(outcome));
        } else {
            metrics.repeated();
        }
    }

    private boolean isFirst(CallOutcome outcome, long now) {
        var store = Objects.requireNonNull(seen);
        var id = outcome.head().eventId().toString();
        try (var before = store.fetch(id, Math.max(0, now - remembered.toMillis()), now)) {
            if (before.hasNext()) {
                return false;
            }
        }
        store.put(id, SEEN, now);
        return true;
    }
}
