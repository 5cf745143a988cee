package io.botyard.tracing.otel;

import io.botyard.tracing.Kind;
import io.botyard.tracing.Scope;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Spans of OpenTelemetry. One that is not sampled is passed on as such, and costs as good as nothing. */
public final class OtelTracing implements Tracing {

    private final Tracer tracer;
    private final Export export;

    private OtelTracing(Export export) {
        this.tracer = export.tracer();
        this.export = export;
    }

    /** Sends spans from now on; a collector that is not there yet is not waited for. */
    public static OtelTracing to(Collector collector, String service) {
        return new OtelTracing(Export.to(collector, service));
    }

    /** How many spans nobody will see, because there was no room for them or the collector did not take them. */
    public double lost() {
        return export.lost();
    }

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public Span begin(Kind kind, String what, String of, @Nullable String traceparent) {
        return span(kind, OtelSpan.name(what, of), Traceparent.read(traceparent));
    }

    @Override
    public Span within(Kind kind, String what, String of) {
        var here = Context.current();
        return isTraced(here) ? span(kind, OtelSpan.name(what, of), here) : OFF.current();
    }

    @Override
    public Span current() {
        var here = Context.current();
        return isTraced(here) ? new OtelSpan(io.opentelemetry.api.trace.Span.fromContext(here)) : OFF.current();
    }

    @Override
    public Scope follow(@Nullable String traceparent) {
        return LoggedScope.open(Traceparent.read(traceparent));
    }

    @Override
    public Runnable carried(Runnable work) {
        var here = Context.current();
        return isTraced(here)
                ? () -> {
                    try (var _ = LoggedScope.open(here)) {
                        work.run();
                    }
                }
                : work;
    }

    @Override
    public void close() {
        export.close();
    }

    private Span span(Kind kind, String name, Context parent) {
        return new OtelSpan(tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(kindOf(kind))
                .startSpan());
    }

    private static boolean isTraced(Context context) {
        return io.opentelemetry.api.trace.Span.fromContext(context)
                .getSpanContext()
                .isValid();
    }

    private static SpanKind kindOf(Kind kind) {
        return switch (kind) {
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case PRODUCER -> SpanKind.PRODUCER;
            case CONSUMER -> SpanKind.CONSUMER;
        };
    }
}
