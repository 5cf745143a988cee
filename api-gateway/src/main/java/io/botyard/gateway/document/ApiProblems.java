package io.botyard.gateway.document;

import io.botyard.gateway.access.Permissions.Permission;
import io.botyard.gateway.access.ProblemCode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents how an operation can fail: by its own problems, and by those every one like it has. */
@SuppressWarnings("rawtypes")
final class ApiProblems {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SCHEMA = "Problem";
    private static final String ANY_ID = "01a20b56-a923-7a80-bdcc-222f826da53d";

    private final ApiExamples examples;

    ApiProblems(ApiExamples examples) {
        this.examples = examples;
    }

    static void define(Components components) {
        components.addSchemas(SCHEMA, schema());
        Stream.of(ProblemCode.values())
                .forEach(problem -> components.addExamples(
                        problem.code(), new Example().summary(problem.title()).value(example(problem))));
    }

    void document(Operation operation, Permission permission) {
        codes(operation, permission)
                .map(code -> ProblemCode.valueOf(code.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, problems) ->
                        operation.getResponses().addApiResponse(Integer.toString(status), response(problems)));
    }

    private Stream<String> codes(Operation operation, Permission permission) {
        var parameters = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> !"header".equals(parameter.getIn()));
        return Stream.of(
                        examples.problems(operation.getOperationId()),
                        ApiSecurity.problems(permission),
                        operation.getRequestBody() == null
                                ? Stream.<String>empty()
                                : Stream.of("malformed_json", "validation_failed", "unsupported_media_type"),
                        parameters ? Stream.of("validation_failed") : Stream.<String>empty(),
                        Stream.of(
                                "malformed_request", "not_acceptable", "body_too_large", "internal_error", "part_away"))
                .flatMap(codes -> codes);
    }

    private static ApiResponse response(List<ProblemCode> problems) {
        var body = new MediaType()
                .schema(new JsonSchema()
                        .allOf(List.of(
                                Schemas.ref(SCHEMA),
                                Schemas.object(
                                        Map.of(),
                                        Map.of(
                                                "code",
                                                Schemas.oneOf(problems.stream()
                                                        .map(ProblemCode::code)
                                                        .toList()))))));
        problems.forEach(problem ->
                body.addExamples(problem.code(), new Example().$ref("#/components/examples/" + problem.code())));
        return new ApiResponse()
                .description(problems.stream().map(ProblemCode::title).collect(Collectors.joining("; ")))
                .content(new Content().addMediaType(PROBLEM_JSON, body));
    }

    private static Object example(ProblemCode problem) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "/problems/" + problem.code());
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", problem.meaning());
        document.put("code", problem.code());
        document.put("request_id", ANY_ID);
        if (problem == ProblemCode.VALIDATION_FAILED) {
            document.put(
                    "errors", List.of(Map.of("field", "email", "code", "required", "message", "must not be null")));
        }
        if (problem == ProblemCode.ACCEPT_UNKNOWN) {
            document.put("operation_id", ANY_ID);
        }
        return Json.mapper().valueToTree(document);
    }

    /** What every problem looks like. */
    private static Schema<?> schema() {
        var always = new TreeMap<String, Schema>();
        List.of("title", "detail", "code", "request_id").forEach(field -> always.put(field, Schemas.text()));
        always.put("type", Schemas.text().format("uri-reference"));
        always.put("status", Schemas.of("integer").format("int32"));
        var error = new TreeMap<String, Schema>();
        List.of("field", "code", "message").forEach(field -> error.put(field, Schemas.text()));
        return Schemas.object(
                always,
                Map.of(
                        "errors", Schemas.listOf(Schemas.object(error, Map.of())),
                        "operation_id", Schemas.text().format("uuid"),
                        "scope", Schemas.text()));
    }
}
