package io.botyard.tracing.otel;

import io.botyard.tracing.Scope;
import io.botyard.tracing.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** A span of OpenTelemetry. */
record OtelSpan(io.opentelemetry.api.trace.Span span) implements Span {

    /** Two words, or the first alone. */
    static String name(String what, String of) {
        return of.isEmpty() ? what : what + " " + of;
    }

    @Override
    public Span rename(String what, String of) {
        span.updateName(name(what, of));
        return this;
    }

    @Override
    public Span put(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    @Override
    public Span put(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    @Override
    public Span failed(String code) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute("error.type", code);
        return this;
    }

    @Override
    public String traceparent() {
        return Traceparent.of(span.getSpanContext());
    }

    @Override
    public Scope enter() {
        return LoggedScope.open(Context.current().with(span));
    }

    @Override
    public void close() {
        span.end();
    }
}
