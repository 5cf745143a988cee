package io.botyard.gateway.document;

import io.botyard.gateway.access.RequestIds;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headers of the contract: what each means is written once, and each operation says which it has. */
final class ApiHeaders {

    static final String PREFER = "Prefer";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final String ETAG = "ETag";
    private static final String RETRY_AFTER = "Retry-After";

    private static final Map<String, HeaderParameter> ASKED = new TreeMap<>(Map.of(
            RequestIds.HEADER,
            asked("Names the request; kept when it is of this form, else replaced", "req-42", "^[A-Za-z0-9-]{1,64}$"),
            PREFER,
            asked(
                    "RFC 7240: wait=0 to wait=30 seconds for the outcome, or respond-async; ignored when malformed",
                    "wait=10",
                    null),
            IDEMPOTENCY_KEY,
            asked(
                    "The same key with the same body is the same operation, for 24 h",
                    "order-7",
                    "^[\\x21-\\x7E]{1,255}$"),
            IF_MATCH,
            asked("The ETag of what is to be changed: 412 when it has changed since", "\"3\"", null)));

    private static final Map<String, Header> ANSWERED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    RequestIds.HEADER, always("The request's id", Schemas.text().pattern("^[A-Za-z0-9-]{1,64}$"))),
            Map.entry(
                    "Location",
                    always("The operation that tells the rest", Schemas.text().format("uri-reference"))),
            Map.entry(RETRY_AFTER, always("Whole seconds until it is worth trying again", seconds())),
            Map.entry("RateLimit", sometimes("What is left: draft-ietf-httpapi-ratelimit-headers-11")),
            Map.entry("RateLimit-Policy", sometimes("The limit itself: draft-ietf-httpapi-ratelimit-headers-11")),
            Map.entry("WWW-Authenticate", sometimes("Bearer, when a token would help")),
            Map.entry("Preference-Applied", sometimes("The preference that was honoured")),
            Map.entry("Idempotency-Replayed", sometimes("true when this operation was begun by an earlier request")),
            Map.entry("Botyard-Warning", sometimes("Something to know of a request that was taken all the same")),
            Map.entry(ETAG, always("What If-Match takes", Schemas.text())),
            Map.entry("Set-Cookie", sometimes("The refresh token, when it was asked for as a cookie"))));

    private ApiHeaders() {}

    static void define(Components components) {
        ASKED.forEach((name, parameter) -> components.addParameters(name, parameter.name(name)));
        ANSWERED.forEach(components::addHeaders);
    }

    /** {@code more} are the headers that answers of this operation have, beside those every one like it has. */
    static void document(Operation operation, List<String> more) {
        var asked = new HashSet<String>();
        var parameters = new ArrayList<Parameter>();
        for (var parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            var known = "header".equals(parameter.getIn()) && ASKED.containsKey(parameter.getName());
            parameters.add(known ? ref(parameter.getName()) : parameter);
            asked.add(parameter.getName());
        }
        parameters.add(ref(RequestIds.HEADER));
        operation.setParameters(parameters);
        operation
                .getResponses()
                .forEach((status, response) ->
                        headers(status, asked, more).distinct().forEach(name -> add(response, name)));
    }

    private static Stream<String> headers(String status, Set<String> asked, List<String> more) {
        var own = switch (status) {
            case "202" -> Stream.of("Location");
            case "401" -> Stream.of("WWW-Authenticate");
            case "429" -> Stream.of(RETRY_AFTER, "RateLimit", "RateLimit-Policy");
            case "503" -> Stream.of(RETRY_AFTER);
            default -> Stream.<String>empty();
        };
        var done = status.startsWith("2")
                ? Stream.concat(more.stream(), Stream.of("Preference-Applied").filter(name -> asked.contains(PREFER)))
                : Stream.<String>empty();
        // Told again, a problem is told to be so, too.
        var again = Stream.of("Idempotency-Replayed").filter(name -> asked.contains(IDEMPOTENCY_KEY));
        return Stream.of(Stream.of(RequestIds.HEADER), own, done, again).flatMap(names -> names);
    }

    private static void add(ApiResponse response, String name) {
        if (!ANSWERED.containsKey(name)) {
            throw new IllegalStateException("no header is described as " + name);
        }
        response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }

    private static Parameter ref(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private static HeaderParameter asked(String meaning, String example, @Nullable String form) {
        var parameter = new HeaderParameter();
        parameter
                .description(meaning)
                .required(false)
                .schema(Schemas.text().pattern(form))
                .example(example);
        return parameter;
    }

    private static Header always(String meaning, Schema<?> schema) {
        return new Header().description(meaning).required(true).schema(schema);
    }

    private static Header sometimes(String meaning) {
        return new Header().description(meaning).required(false).schema(Schemas.text());
    }

    private static Schema<?> seconds() {
        return Schemas.of("integer").minimum(BigDecimal.ONE);
    }
}
