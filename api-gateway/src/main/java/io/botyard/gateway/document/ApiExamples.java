package io.botyard.gateway.document;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** An example of every request and answer, and the headers and problems that are an operation's own; kept in one file. */
final class ApiExamples {

    private final JsonNode operations;

    private ApiExamples(JsonNode operations) {
        this.operations = operations;
    }

    static ApiExamples read() {
        try (var file = new ClassPathResource("gateway-openapi/examples.json").getInputStream()) {
            return new ApiExamples(WireJson.mapper().readTree(file));
        } catch (IOException missing) {
            throw new UncheckedIOException("the examples of the API are not in this build", missing);
        }
    }

    /** Missing when the operation has no body. */
    JsonNode request(String operation) {
        return operations.path(operation).path("request");
    }

    /** By status. */
    Map<String, JsonNode> answers(String operation) {
        return operations.path(operation).path("answers").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names of headers that its good answers have. */
    List<String> headers(String operation) {
        return operations
                .path(operation)
                .path("headers")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Codes. */
    Stream<String> problems(String operation) {
        return operations.path(operation).path("problems").valueStream().map(JsonNode::asString);
    }
}
