package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.gateway.access.Permissions;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@SharesWorld
class DocumentTest {

    /** Made by the framework for what fails elsewhere; it shows nothing. */
    private static final List<String> NOT_CALLED = List.of("/error");

    private final World world = World.shared();
    private final Client anybody = world.gateway.client();

    @Test
    void everyRouteOfTheRunningApplicationHasItsRowInTheTableOfPermissions() {
        var routes = world
                .gateway
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> !NOT_CALLED.contains(path))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)));
        var rows = Permissions.TABLE.stream()
                .map(permission -> permission.method() + " " + permission.path())
                .toList();
        assertThat(routes).isNotEmpty().allSatisfy(route -> assertThat(rows).contains(route));
    }

    @Test
    void everyRequestAndAnswerInTheDocumentHasAnExample() {
        var document = anybody.get("/v3/api-docs");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.field("openapi")).startsWith("3.1");
        assertThat(operations(document)).hasSizeGreaterThan(10).allSatisfy(operation -> {
            var bodies = Stream.concat(
                            operation.path("responses").valueStream().map(response -> response.path("content")),
                            Stream.of(operation.path("requestBody").path("content")))
                    .flatMap(content -> content.properties().stream())
                    .map(Map.Entry::getValue);
            assertThat(bodies)
                    .as(operation.path("operationId").asString())
                    .allMatch(body -> body.has("example") || body.has("examples"));
        });
        assertThat(document.text()).doesNotContain("Caller").contains("rate_limited");
    }

    @Test
    void everyRefusalOfAWorkerHasAProblem() {
        assertThat(Arrays.stream(ProblemCode.values()).map(Enum::name))
                .containsAll(Arrays.stream(RefusalCode.values()).map(Enum::name).toList());
    }

    @Test
    void thePageForPeopleAndWhatThisIsAreOpenToAll() {
        assertThat(anybody.get("/docs").header("Location")).isEqualTo("/swagger-ui/index.html");
        assertThat(anybody.get("/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(anybody.get("/api/about").field("telegram.kind")).isEqualTo("sandbox");
    }

    @Test
    void healthIsSeenOnTheManagementPortAlone() {
        var management = world.gateway.management();
        assertThat(management.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/prometheus").text()).contains("jvm_");
        assertThat(management.get("/actuator/env").status()).isEqualTo(404);
        assertThat(anybody.get("/actuator/health").status()).isEqualTo(404);
    }

    private static List<JsonNode> operations(Answer document) {
        return document.json()
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }
}
