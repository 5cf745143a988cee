package io.botyard.worker.call;

import io.botyard.worker.telegram.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How long Telegram took to answer, by what it answered; never by user. */
@Component
class RequestMetrics {

    private static final String NAME = "botyard.telegram.requests";
    private static final int TOO_MANY_REQUESTS = 429;

    /** What alerts and percentiles of dashboards are told apart by. */
    private static final Duration[] BUCKETS = Stream.of(25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<String, Timer> byAnswer;

    RequestMetrics(MeterRegistry meters) {
        byAnswer = Stream.of("accepted", "denied", "rate_limited", "not_reached", "unclear")
                .collect(Collectors.toMap(Function.identity(), answer -> timer(meters, answer)));
    }

    Timer.Sample begun() {
        return Timer.start();
    }

    void ended(Timer.Sample sample, Answer answer) {
        var _ = sample.stop(Objects.requireNonNull(byAnswer.get(word(answer))));
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "accepted";
            case Answer.Denied denied when denied.error().errorCode() == TOO_MANY_REQUESTS -> "rate_limited";
            case Answer.Denied _ -> "denied";
            case Answer.NotReached _ -> "not_reached";
            case Answer.Unclear _ -> "unclear";
        };
    }

    private static Timer timer(MeterRegistry meters, String answer) {
        return Timer.builder(NAME)
                .description("Requests to Telegram, by what became of them")
                .tag("answer", answer)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
