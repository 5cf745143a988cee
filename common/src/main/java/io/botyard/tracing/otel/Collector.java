package io.botyard.tracing.otel;

import java.net.URI;

/**
 * Where spans go.
 *
 * @param traces where it takes them, by OTLP over HTTP
 * @param sampling the share of traces that are told of, from 0 to 1, where the caller has not decided it
 */
public record Collector(URI traces, double sampling) {

    public Collector {
        if (!(sampling >= 0 && sampling <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1");
        }
    }
}
