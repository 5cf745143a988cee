package io.botyard.gateway.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request in the making: first well-formed, then perhaps spoilt. */
final class Shot {

    private static final int SHOWN = 400;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    final Call call;
    final Callers.Caller caller;
    final List<String> spoilt = new ArrayList<>();
    final Map<String, String> path = new TreeMap<>();
    final List<Header> query = new ArrayList<>();
    final List<Header> headers = new ArrayList<>();
    String method;

    /** Stands unencoded after the path. */
    String suffix = "";

    /** What is sent, unless {@link #bytes} are sent in its stead. */
    @Nullable
    JsonNode tree;

    byte @Nullable [] bytes;

    /** It cannot be right: an answer below 400 would be wrong. */
    boolean mustFail;

    /** It may leave its connection out of step. */
    boolean last;

    /** A name and a value of a head or a query. */
    record Header(String name, String value) {}

    Shot(Call call, Callers.Caller caller) {
        this.call = call;
        this.caller = caller;
        this.method = call.method();
    }

    void header(String name, String value) {
        headers.add(new Header(name, value));
    }

    void instead(String name, String value) {
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        header(name, value);
    }

    boolean isWellFormed() {
        return spoilt.isEmpty() && caller.token() != null;
    }

    /** Meets the operation it was made for. */
    boolean isRouted() {
        return method.equals(call.method())
                && suffix.isEmpty()
                && path.values().stream().noneMatch(String::isEmpty);
    }

    String contentType() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    String target() {
        var target = new StringBuilder(call.path());
        path.forEach((name, value) -> {
            var variable = "{" + name + "}";
            var start = target.indexOf(variable);
            target.replace(start, start + variable.length(), encoded(value));
        });
        target.append(suffix);
        if (!query.isEmpty()) {
            target.append(query.stream()
                    .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                    .collect(Collectors.joining("&", "?", "")));
        }
        return target.toString();
    }

    byte @Nullable [] body() {
        if (bytes != null || tree == null) {
            return bytes;
        }
        return contentType().startsWith("multipart/form-data")
                ? Multipart.of(tree)
                : text(tree).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var body = body();
        return "%s as %s, spoilt by %s: %s %s %s %s"
                .formatted(
                        call.id(),
                        caller.name(),
                        spoilt,
                        method,
                        cut(target()),
                        cut(headers.stream()
                                .filter(header -> !header.value().contains(String.valueOf(caller.token())))
                                .map(header -> header.name() + ": " + header.value())
                                .collect(Collectors.joining(", "))),
                        body == null ? "" : cut(new String(body, StandardCharsets.UTF_8)));
    }

    /** However deep. */
    static String text(JsonNode tree) {
        return JSON.writeValueAsString(tree);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
