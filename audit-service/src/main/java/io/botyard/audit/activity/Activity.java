package io.botyard.audit.activity;

import io.botyard.audit.activity.CallEnd.Kind;
import io.botyard.contract.UserId;
import io.botyard.contract.event.ActivityCounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What has been counted in one window; the fields are those of {@link ActivityCounted}. */
public record Activity(
        long calls, long sends, long failures, long clientErrors, long throttled, List<Long> latency, long latencyMs) {
    public static final Activity NONE =
            new Activity(0, 0, 0, 0, 0, Collections.nCopies(ActivityCounted.LATENCY_MS.size() + 1, 0L), 0);

    public Activity {
        latency = List.copyOf(latency);
    }

    public Activity with(CallEnd end) {
        var took = end.tookMs();
        return new Activity(
                calls + 1,
                sends + (end.made() ? 1 : 0),
                failures + (end.failed() ? 1 : 0),
                clientErrors + (end.kind() == Kind.CLIENT_ERROR ? 1 : 0),
                throttled + end.throttled(),
                took == null ? latency : with(latency, took),
                latencyMs + (took == null ? 0 : took));
    }

    public ActivityCounted told(UserId user, int partition, Instant from, Instant until) {
        return new ActivityCounted(
                user, partition, from, until, calls, sends, failures, clientErrors, throttled, latency, latencyMs);
    }

    private static List<Long> with(List<Long> latency, long took) {
        var counted = new ArrayList<>(latency);
        var bucket = 0;
        while (bucket < ActivityCounted.LATENCY_MS.size() && took > ActivityCounted.LATENCY_MS.get(bucket)) {
            bucket++;
        }
        counted.set(bucket, counted.get(bucket) + 1);
        return counted;
    }
}
