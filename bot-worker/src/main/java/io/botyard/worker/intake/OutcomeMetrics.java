package io.botyard.worker.intake;

import io.botyard.contract.Message;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How calls ended; never by user. */
final class OutcomeMetrics {

    private static final String PREFIX = "call_";

    private final Map<String, Counter> byKind;

    OutcomeMetrics(MeterRegistry meters) {
        byKind =
                List.of(CallSucceeded.class, CallFailed.class, CallRefused.class, CallExpired.class, CallUnknown.class)
                        .stream()
                        .map(Message::kindOf)
                        .collect(Collectors.toMap(Function.identity(), kind -> counter(meters, kind)));
    }

    void ended(CallOutcome outcome) {
        Objects.requireNonNull(byKind.get(outcome.kind())).increment();
    }

    private static Counter counter(MeterRegistry meters, String kind) {
        return Counter.builder("botyard.calls.ended")
                .description("Outcomes written to Kafka; one that is told again counts again")
                .tag("outcome", kind.substring(PREFIX.length()))
                .register(meters);
    }
}
