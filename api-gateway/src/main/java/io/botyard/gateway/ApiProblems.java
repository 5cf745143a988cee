package io.botyard.gateway;

import io.botyard.gateway.access.ProblemCode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Documents how an operation can fail: by its own problems, and by those every one like it has. */
final class ApiProblems {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SCHEMA = "#/components/schemas/Problem";

    private static final String STATUS = "status";
    private static final List<String> REQUIRED = List.of("type", "title", STATUS, "detail", "code", "request_id");

    private final ApiExamples examples;

    ApiProblems(ApiExamples examples) {
        this.examples = examples;
    }

    void document(Operation operation) {
        codes(operation)
                .map(code -> ProblemCode.valueOf(code.toUpperCase(Locale.ROOT)))
                .forEach(problem -> {
                    var status = Integer.toString(problem.status());
                    var response = operation.getResponses().computeIfAbsent(status, missing -> response());
                    response.setDescription(response.getDescription() == null ? problem.title() : "See the examples");
                    response.getContent()
                            .computeIfAbsent(PROBLEM_JSON, missing -> body())
                            .addExamples(
                                    problem.code(),
                                    new Example().summary(problem.title()).value(example(problem)));
                });
    }

    private Stream<String> codes(Operation operation) {
        return Stream.of(
                        examples.problems(operation.getOperationId()),
                        operation.getRequestBody() == null
                                ? Stream.<String>empty()
                                : Stream.of(
                                        "malformed_json",
                                        "validation_failed",
                                        "body_too_large",
                                        "unsupported_media_type"),
                        operation.getSecurity() == null
                                        || operation.getSecurity().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("unauthenticated", "account_suspended", "forbidden", keyless(operation)),
                        Stream.of("not_acceptable", "internal_error", "part_away"))
                .flatMap(codes -> codes)
                .distinct();
    }

    /** How a key fails that opens other calls, or none at all like this. */
    private static String keyless(Operation operation) {
        return operation.getSecurity().stream().anyMatch(way -> way.containsKey(OpenApiWiring.API_KEY))
                ? "scope_missing"
                : "session_required";
    }

    private static ApiResponse response() {
        return new ApiResponse().content(new Content());
    }

    private static MediaType body() {
        return new MediaType().schema(new Schema<>().$ref(SCHEMA));
    }

    private static Object example(ProblemCode problem) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "/problems/" + problem.code());
        document.put("title", problem.title());
        document.put(STATUS, problem.status());
        document.put("detail", problem.meaning());
        document.put("code", problem.code());
        document.put("request_id", "01a20b56-a923-7a80-bdcc-222f826da53d");
        if (problem == ProblemCode.VALIDATION_FAILED) {
            document.put(
                    "errors", List.of(Map.of("field", "email", "code", "required", "message", "must not be null")));
        }
        if (problem == ProblemCode.ACCEPT_UNKNOWN) {
            document.put("operation_id", "01a20b56-a923-7a80-bdcc-222f826da53d");
        }
        return Json.mapper().valueToTree(document);
    }

    /** What every problem looks like. */
    static Schema<?> schema() {
        var error = new ObjectSchema()
                .addProperty("field", text())
                .addProperty("code", text())
                .addProperty("message", text());
        var problem = new ObjectSchema();
        REQUIRED.forEach(field -> problem.addProperty(field, field.equals(STATUS) ? new IntegerSchema() : text()));
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.addProperty("operation_id", text());
        problem.addProperty("scope", text());
        problem.setRequired(REQUIRED);
        return problem;
    }

    private static Schema<?> text() {
        return new StringSchema();
    }
}
