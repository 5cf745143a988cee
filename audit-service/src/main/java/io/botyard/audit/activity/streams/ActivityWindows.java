package io.botyard.audit.activity.streams;

import io.botyard.audit.activity.Activity;
import io.botyard.audit.activity.ActivitySettings;
import io.botyard.audit.activity.CallEnd;
import io.botyard.contract.UserId;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.CallOutcome;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts each outcome in the minute in which its call ended, for its bot and for all bots of the partition, and tells of
 * the windows that have grown. A new owner of a partition tells once more of all that still take outcomes: which of them
 * the last one came to tell of, nobody knows.
 */
final class ActivityWindows implements Processor<String, CallOutcome, String, ActivityCounted> {
    static final String STORE = "activity-windows";
    private static final String EVERYBODY = UserId.PLATFORM.toString();
    private static final long WINDOW_MS = ActivitySettings.WINDOW.toMillis();
    private final ActivitySettings settings;
    private final ActivityMetrics metrics;
    private final Set<Grown> grown = new LinkedHashSet<>();
    private @Nullable ProcessorContext<String, ActivityCounted> context;
    private @Nullable WindowStore<String, Activity> windows;

    ActivityWindows(ActivitySettings settings, ActivityMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, ActivityCounted> streams) {
        context = streams;
        WindowStore<String, Activity> store = streams.getStateStore(STORE);
        windows = store;
        try (var kept = store.all()) {
            kept.forEachRemaining(window ->
                    grown.add(new Grown(window.key.key(), window.key.window().start())));
        }
        var _ = streams.schedule(settings.toldEvery(), PunctuationType.WALL_CLOCK_TIME, _ -> tell());
    }

    @Override
    public void process(Record<String, CallOutcome> record) {
        var from = record.timestamp() - record.timestamp() % WINDOW_MS;
        var takenUntil = from + WINDOW_MS + settings.grace().toMillis();
        if (takenUntil <= Objects.requireNonNull(context).currentStreamTimeMs()) {
            metrics.late();
            return;
        }
        var end = CallEnd.of(record.value());
        count(record.key(), from, end);
        count(EVERYBODY, from, end);
        metrics.counted();
    }

    private void count(String user, long from, CallEnd end) {
        var store = Objects.requireNonNull(windows);
        var before = store.fetch(user, from);
        store.put(user, (before == null ? Activity.NONE : before).with(end), from);
        grown.add(new Grown(user, from));
    }

    private void tell() {
        var streams = Objects.requireNonNull(context);
        var partition = streams.taskId().partition();
        for (var window : grown) {
            var activity = Objects.requireNonNull(windows).fetch(window.user(), window.from());
            if (activity != null) {
                var from = Instant.ofEpochMilli(window.from());
                var user = new UserId(Long.parseLong(window.user()));
                var told = activity.told(user, partition, from, from.plus(ActivitySettings.WINDOW));
                streams.forward(new Record<>(window.user(), told, window.from()));
            }
        }
        grown.clear();
    }

    private record Grown(String user, long from) {}
}
