package io.botyard.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot print the sentence in place of a stack trace. */
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, StartRefused refused) {
        return new FailureAnalysis(String.valueOf(refused.getMessage()), null, failure);
    }
}
