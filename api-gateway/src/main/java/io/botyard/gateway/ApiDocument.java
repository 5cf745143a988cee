package io.botyard.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.botyard.contract.Role;
import io.botyard.gateway.access.Permissions;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Completes what is generated from the controllers: who may call, examples, problems, and names as they are sent. */
@Component
class ApiDocument implements OpenApiCustomizer {

    private static final String JSON = "application/json";

    private final ApiExamples examples = ApiExamples.read();
    private final ApiProblems problems = new ApiProblems(examples);

    @Override
    public void customise(OpenAPI document) {
        document.setServers(List.of());
        document.getComponents().addSchemas("Problem", ApiProblems.schema());
        document.getComponents().getSchemas().values().forEach(ApiDocument::nameAsSent);
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        if (row(path, method).map(Permissions.Permission::least).orElse(Role.SUPERADMIN) != Role.NOBODY) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiWiring.SESSION));
        }
        row(path, method)
                .flatMap(Permissions.Permission::scope)
                .ifPresent(scope -> operation.addSecurityItem(
                        new SecurityRequirement().addList(OpenApiWiring.API_KEY, scope.word())));
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(ApiDocument::passedOn);
            example(operation.getRequestBody().getContent(), examples.request(operation.getOperationId()));
        }
        examples.answers(operation.getOperationId()).forEach((status, answer) -> {
            var response = operation.getResponses().get(status);
            if (response != null) {
                example(contentOf(response), answer);
            }
        });
        problems.document(operation);
    }

    private static Optional<Permissions.Permission> row(String path, HttpMethod method) {
        return Permissions.TABLE.stream()
                .filter(permission -> permission.path().equals(path)
                        && permission.method().name().equals(method.name()))
                .findAny();
    }

    private static Content contentOf(ApiResponse response) {
        if (response.getContent() == null) {
            response.setContent(new Content());
        }
        return response.getContent();
    }

    private static void example(Content content, JsonNode example) {
        if (!example.isMissingNode()) {
            content.computeIfAbsent(content.containsKey("text/html") ? "text/html" : JSON, missing -> new MediaType())
                    .setExample(readable(example));
        }
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
            body.setSchema(new ObjectSchema().additionalProperties(true));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void nameAsSent(Schema<?> schema) {
        if (schema.getEnum() != null) {
            ((Schema) schema)
                    .setEnum(schema.getEnum().stream()
                            .map(constant -> (Object) constant.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            properties.values().forEach(ApiDocument::nameAsSent);
        }
    }
}
