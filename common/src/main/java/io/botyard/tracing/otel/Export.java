package io.botyard.tracing.otel;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The way to the collector: a bounded queue and one thread that empties it. Who ends a span never waits. */
final class Export implements AutoCloseable {

    /** It says of every batch what we say once, unless somebody wants to hear it. Whom nobody holds, the JDK forgets. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");

    private static final int QUEUE = 8_192;
    private static final int LONGEST_ATTRIBUTE = 256;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ONE_BATCH = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final SdkTracerProvider spans;
    private final Losses losses;

    private Export(SdkTracerProvider spans, Losses losses) {
        this.spans = spans;
        this.losses = losses;
    }

    static Export to(Collector collector, String service) {
        if (SDK.getLevel() == null) {
            SDK.setLevel(Level.OFF);
        }
        var losses = new Losses();
        var counting = SdkMeterProvider.builder().registerMetricReader(losses).build();
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.traces().toString())
                .setConnectTimeout(CONNECT)
                .setTimeout(ONE_BATCH)
                .setMeterProvider(counting)
                .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                .build();
        var batches = BatchSpanProcessor.builder(new WatchedExporter(exporter, losses))
                .setMaxQueueSize(QUEUE)
                .setScheduleDelay(EVERY)
                .setExporterTimeout(ONE_BATCH.plus(CONNECT))
                .setMeterProvider(counting)
                .setInternalTelemetryVersion(InternalTelemetryVersion.LATEST)
                .build();
        var spans = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", service)
                        .put("service.namespace", "botyard")
                        .put("service.instance.id", UUID.randomUUID().toString())
                        .build()))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(collector.sampling())))
                .setSpanLimits(SpanLimits.builder()
                        .setMaxAttributeValueLength(LONGEST_ATTRIBUTE)
                        .build())
                .addSpanProcessor(batches)
                .build();
        return new Export(spans, losses);
    }

    Tracer tracer() {
        return spans.get("io.botyard");
    }

    double lost() {
        return losses.count();
    }

    @Override
    public void close() {
        var _ = spans.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }
}
