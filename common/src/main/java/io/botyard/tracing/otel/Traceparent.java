package io.botyard.tracing.otel;

import io.botyard.tracing.Tracing;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of W3C Trace Context. What is not of its form is as if it were not there. */
final class Traceparent {

    private static final TextMapGetter<String> ALONE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(Tracing.HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String header) {
            return header.equals(Tracing.HEADER) ? traceparent : null;
        }
    };

    private Traceparent() {}

    static Context read(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ALONE);
    }

    static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
