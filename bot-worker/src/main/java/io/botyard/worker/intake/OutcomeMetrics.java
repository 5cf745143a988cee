package io.botyard.worker.intake;

import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;

/** How calls ended; never by user. */
final class OutcomeMetrics {

    private final MeterRegistry meters;

    OutcomeMetrics(MeterRegistry meters) {
        this.meters = meters;
        Stream.of("succeeded", "failed", "refused", "expired", "unknown").forEach(this::counter);
    }

    void ended(CallOutcome outcome) {
        counter(
                        switch (outcome) {
                            case CallSucceeded _ -> "succeeded";
                            case CallFailed _ -> "failed";
                            case CallRefused _ -> "refused";
                            case CallExpired _ -> "expired";
                            case CallUnknown _ -> "unknown";
                        })
                .increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("botyard.calls.ended")
                .description("Outcomes written to Kafka; one that is told again counts again")
                .tag("outcome", outcome)
                .register(meters);
    }
}
