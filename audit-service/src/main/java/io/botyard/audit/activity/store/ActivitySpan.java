package io.botyard.audit.activity.store;

import io.botyard.audit.activity.ActivitySettings;
import io.botyard.audit.entry.QueryParameters;
import io.botyard.contract.UserId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which steps of time are asked for.
 *
 * @param user whose; everybody's without
 * @param from the beginning of the first step
 * @param until the end of the last one
 */
record ActivitySpan(@Nullable UserId user, Instant from, Instant until, Duration step) {
    private static final Set<String> KNOWN = Set.of("user_id", "from", "to", "step");
    private static final Duration USUAL = Duration.ofHours(1);
    private static final int MOST_STEPS = 1_500;

    /** Nothing here is older than this, nor asked for later. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The last hour by minutes, unless the query says otherwise.
     *
     * @throws io.botyard.audit.entry.InvalidQuery with everything that is wrong
     */
    static ActivitySpan read(MultiValueMap<String, String> query, Instant now) {
        var parameters = new QueryParameters(query, KNOWN);
        var user = parameters.one(
                "user_id",
                "is a user's number",
                text -> QueryParameters.number(text).filter(id -> id > 0).map(UserId::new));
        var from = parameters.one("from", "is a time as in 2026-01-31T12:00:00Z", ActivitySpan::time);
        var to = parameters.one("to", "is a time as in 2026-01-31T12:00:00Z", ActivitySpan::time);
        var step = parameters.one("step", "is whole minutes in seconds, such as 300, up to a day", ActivitySpan::step);
        parameters.complete();
        var span = of(user, from, to, step == null ? ActivitySettings.WINDOW : step, now);
        if (!span.until.isAfter(span.from)) {
            parameters.wrong("to", "is after from");
        } else if (span.steps() > MOST_STEPS) {
            parameters.wrong("step", "makes more than " + MOST_STEPS + " steps of this time");
        }
        parameters.complete();
        return span;
    }

    UserId whose() {
        return user == null ? UserId.PLATFORM : user;
    }

    long steps() {
        return Duration.between(from, until).dividedBy(step);
    }

    private static ActivitySpan of(
            @Nullable UserId user, @Nullable Instant from, @Nullable Instant to, Duration step, Instant now) {
        var end = to == null ? now : to;
        var beginning = floor(from == null ? end.minus(USUAL) : from, step);
        var last = floor(end, step);
        return new ActivitySpan(user, beginning, last.equals(end) ? last : last.plus(step), step);
    }

    private static Instant floor(Instant at, Duration step) {
        return Instant.ofEpochSecond(at.getEpochSecond() - at.getEpochSecond() % step.toSeconds());
    }

    private static Optional<Duration> step(String text) {
        return QueryParameters.number(text)
                .filter(seconds -> seconds > 0
                        && seconds % ActivitySettings.WINDOW.toSeconds() == 0
                        && seconds <= Duration.ofDays(1).toSeconds())
                .map(Duration::ofSeconds);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(LATEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
