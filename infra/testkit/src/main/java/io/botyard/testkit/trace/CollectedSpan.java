package io.botyard.testkit.trace;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as it came to a collector.
 *
 * @param parent empty where it began the trace
 * @param all everything there is to it, as text
 */
public record CollectedSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        Map<String, String> attributes,
        String all) {

    static CollectedSpan of(String service, Span span) {
        return new CollectedSpan(
                service,
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                span.getAttributesList().stream()
                        .collect(Collectors.toMap(
                                attribute -> attribute.getKey(),
                                attribute -> attribute.getValue().hasIntValue()
                                        ? Long.toString(attribute.getValue().getIntValue())
                                        : attribute.getValue().getStringValue())),
                span.toString());
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
