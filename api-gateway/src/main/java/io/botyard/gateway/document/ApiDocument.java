package io.botyard.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.botyard.gateway.access.Permissions;
import io.botyard.gateway.access.Permissions.Permission;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Completes what is generated from the controllers: who may call, headers, examples, problems, and names as they are sent. */
@Component
class ApiDocument implements OpenApiCustomizer {

    private static final String JSON = "application/json";

    private final ApiExamples examples = ApiExamples.read();
    private final ApiProblems problems = new ApiProblems(examples);

    @Override
    public void customise(OpenAPI document) {
        document.setServers(List.of());
        ApiSecurity.define(document.getComponents());
        ApiHeaders.define(document.getComponents());
        ApiProblems.define(document.getComponents());
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> complete(operation, permission(path, method))));
        ApiSchemas.complete(document);
        document.setPaths(inTheTablesOrder(document.getPaths()));
        document.setTags(inTheirOrder(document));
    }

    /** Of their first operations; those with a description would else stand in front of all. */
    private static List<Tag> inTheirOrder(OpenAPI document) {
        var described = Optional.ofNullable(document.getTags()).orElse(List.of()).stream()
                .collect(Collectors.toMap(Tag::getName, Function.identity()));
        return document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getTags().stream())
                .distinct()
                .map(name -> described.getOrDefault(name, new Tag().name(name)))
                .toList();
    }

    private void complete(Operation operation, Permission permission) {
        var name = operation.getOperationId();
        ApiSecurity.document(operation, permission);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(ApiDocument::passedOn);
            example(operation.getRequestBody().getContent(), examples.request(name));
        }
        examples.answers(name).forEach((status, answer) -> {
            var response = operation.getResponses().get(status);
            if (response != null) {
                example(contentOf(response), answer);
            }
        });
        problems.document(operation, permission);
        ApiHeaders.document(operation, examples.headers(name));
    }

    private static Permission permission(String path, HttpMethod method) {
        return Permissions.TABLE.stream()
                .filter(permission -> permission.path().equals(path)
                        && permission.method().name().equals(method.name()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("who may call " + method + " " + path + "?"));
    }

    private static Paths inTheTablesOrder(Paths paths) {
        var ordered = new Paths();
        Permissions.TABLE.stream()
                .map(Permission::path)
                .distinct()
                .filter(paths::containsKey)
                .forEach(path -> ordered.addPathItem(path, paths.get(path)));
        return ordered;
    }

    private static Content contentOf(ApiResponse response) {
        if (response.getContent() == null) {
            response.setContent(new Content());
        }
        return response.getContent();
    }

    /** Where there are several types of content, each may have its own. */
    private static void example(Content content, JsonNode example) {
        if (example.isMissingNode()) {
            return;
        }
        if (content.isEmpty()) {
            content.addMediaType(JSON, new MediaType());
        }
        content.forEach((type, body) -> body.setExample(readable(example.has(type) ? example.path(type) : example)));
    }

    /** The document is written by another generation of the library than ours. */
    private static Object readable(JsonNode example) {
        try {
            return Json.mapper().readTree(example.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("JSON is JSON", impossible);
        }
    }

    /** A body that is Telegram's own: an object of whatever fields it has. */
    private static void passedOn(MediaType body) {
        var schema = body.getSchema();
        if (schema == null || "byte".equals(schema.getFormat())) {
            body.setSchema(Schemas.of("object").additionalProperties(true));
        }
    }
}
