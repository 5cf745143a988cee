package io.botyard.tracing.wiring;

import io.botyard.start.StartRefused;
import io.botyard.tracing.Tracing;
import io.botyard.tracing.otel.Collector;
import io.botyard.tracing.otel.OtelTracing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Whether and where to a service tells of its steps, under {@value #PREFIX}.
 *
 * @param endpoint the address of a collector that takes OTLP over HTTP, such as {@code http://127.0.0.1:4318}; without
 *     it there is no tracing
 * @param sampling the share of the traces begun here that are told of, from 0 to 1; all unless said
 */
record TracingOptions(@Nullable String endpoint, @Nullable Double sampling) {

    static final String PREFIX = "botyard.tracing";

    private static final String TRACES = "v1/traces";

    /** None where no collector is named. */
    static Optional<TracingOptions> in(Environment environment) {
        return Optional.ofNullable(Binder.get(environment)
                        .bind(PREFIX, TracingOptions.class)
                        .orElse(null))
                .filter(options -> options.endpoint != null && !options.endpoint.isBlank());
    }

    /**
     * Tracing as it is described.
     *
     * @throws StartRefused when it cannot be meant
     */
    Tracing open(String service, MeterRegistry meters) {
        var tracing = OtelTracing.to(new Collector(traces(), share()), service);
        FunctionCounter.builder("botyard.tracing.spans.lost", tracing, OtelTracing::lost)
                .description("Spans that there was no room for or that the collector did not take")
                .register(meters);
        return tracing;
    }

    private URI traces() {
        var collector = address(endpoint == null ? "" : endpoint.strip());
        var path = collector.getRawPath();
        if (path.endsWith("/" + TRACES)) {
            return collector;
        }
        return collector.resolve(path.endsWith("/") ? path + TRACES : path + "/" + TRACES);
    }

    /** What stands beside the host could be a password, so it is not repeated. */
    private static URI address(String said) {
        try {
            var address = URI.create(said);
            if (address.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new StartRefused(
                PREFIX + ".endpoint (BOTYARD_TRACING_ENDPOINT) must be the address of a collector, such as"
                        + " http://127.0.0.1:4318.");
    }

    private double share() {
        var share = sampling == null ? 1 : sampling;
        if (share >= 0 && share <= 1) {
            return share;
        }
        throw new StartRefused(PREFIX + ".sampling (BOTYARD_TRACING_SAMPLING) must be from 0 to 1: " + share);
    }
}
