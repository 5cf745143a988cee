package io.botyard.tracing.otel;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that spans are being lost, and once that they are not any more; what is lost between is a metric. */
final class WatchedExporter implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedExporter.class);

    /** So many batches in a row, a second apart or full, arrive before all is well again. */
    private static final int WELL = 300;

    private final SpanExporter exporter;
    private final Losses losses;
    private final AtomicInteger untilWell = new AtomicInteger();
    private volatile double known;

    WatchedExporter(SpanExporter exporter, Losses losses) {
        this.exporter = exporter;
        this.losses = losses;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        var result = exporter.export(spans);
        return result.whenComplete(() -> told(result));
    }

    private void told(CompletableResultCode result) {
        var lost = losses.count();
        if (!result.isSuccess() || lost > known) {
            known = lost;
            if (untilWell.getAndSet(WELL) == 0) {
                LOG.atWarn().addKeyValue("reason", reason(result)).log("spans are lost");
            }
        } else if (untilWell.get() > 0 && untilWell.decrementAndGet() == 0) {
            LOG.atInfo().log("spans are taken again");
        }
    }

    private static String reason(CompletableResultCode result) {
        if (result.isSuccess()) {
            return "more than are sent";
        }
        var failure = result.getFailureThrowable();
        var cause = failure == null ? null : failure.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == null ? "turned down" : cause.getClass().getSimpleName();
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
