package io.botyard.audit.activity.store;

import io.botyard.audit.activity.Activity;
import io.botyard.contract.UserId;
import io.botyard.contract.event.ActivityCounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What was counted, step by step, also where there was nothing.
 *
 * @param userId whose; everybody's without
 * @param step in seconds
 */
record ActivityAnswer(@Nullable UserId userId, Instant from, Instant to, long step, List<Window> windows) {

    static ActivityAnswer of(ActivitySpan span, Map<Instant, Activity> counted) {
        var windows = LongStream.range(0, span.steps())
                .mapToObj(number -> span.from().plus(span.step().multipliedBy(number)))
                .map(from -> Window.of(from, from.plus(span.step()), counted.getOrDefault(from, Activity.NONE)))
                .toList();
        return new ActivityAnswer(
                span.user(), span.from(), span.until(), span.step().toSeconds(), windows);
    }

    record Window(
            Instant from, Instant to, long sends, long failures, long clientErrors, long throttled, Latency latency) {
        private static Window of(Instant from, Instant to, Activity activity) {
            return new Window(
                    from,
                    to,
                    activity.sends(),
                    activity.failures(),
                    activity.clientErrors(),
                    activity.throttled(),
                    Latency.of(activity));
        }
    }

    record Latency(long count, @Nullable Long meanMs, List<Bucket> buckets) {
        private static Latency of(Activity activity) {
            var count = activity.latency().stream().mapToLong(Long::longValue).sum();
            var buckets = new ArrayList<Bucket>();
            for (var number = 0; number < activity.latency().size(); number++) {
                buckets.add(new Bucket(
                        number < ActivityCounted.LATENCY_MS.size() ? ActivityCounted.LATENCY_MS.get(number) : null,
                        activity.latency().get(number)));
            }
            return new Latency(count, count == 0 ? null : activity.latencyMs() / count, buckets);
        }
    }

    /** @param upToMs inclusive; none for what took longer than all others */
    record Bucket(@Nullable Long upToMs, long count) {}
}
