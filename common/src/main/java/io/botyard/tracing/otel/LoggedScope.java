package io.botyard.tracing.otel;

import io.botyard.tracing.Scope;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** While it is open, what this thread says in a log names trace and span, as the Elastic Common Schema does. */
final class LoggedScope implements Scope {

    private static final String TRACE = "trace.id";
    private static final String SPAN = "span.id";

    private final io.opentelemetry.context.Scope scope;
    private final @Nullable String trace;
    private final @Nullable String span;

    private LoggedScope(io.opentelemetry.context.Scope scope) {
        this.scope = scope;
        this.trace = MDC.get(TRACE);
        this.span = MDC.get(SPAN);
    }

    static LoggedScope open(Context context) {
        var opened = new LoggedScope(ContextStorage.get().attach(context));
        var now = Span.fromContext(context).getSpanContext();
        say(TRACE, now.isValid() ? now.getTraceId() : null);
        say(SPAN, now.isValid() ? now.getSpanId() : null);
        return opened;
    }

    @Override
    public void close() {
        say(TRACE, trace);
        say(SPAN, span);
        scope.close();
    }

    private static void say(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
