package io.botyard.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing in the document is left to be guessed, for whichever operations there are. */
@SharesWorld
class CompleteDocumentTest {

    private final Document document =
            new Document(World.shared().gateway.client().get("/v3/api-docs").json());
    private final List<Call> calls = Call.in(document);

    @Test
    void everyParameterSaysWhatItMayBe() {
        assertThat(calls.stream().flatMap(call -> call.parameters().stream()))
                .isNotEmpty()
                .allMatch(parameter ->
                        parameter.schema().has("type") || parameter.schema().has("enum"));
    }

    @Test
    void everyExampleIsOneOfWhatItIsAnExampleOf() {
        var seen = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var call : calls) {
            call.bodies().forEach((type, body) -> {
                seen.add(call + " request");
                document.wrongInRequest(body.schema(), body.example())
                        .forEach(error -> wrong.add(call + " request " + error));
            });
            answers(
                    call,
                    (place, body) -> examples(body).forEach(example -> {
                        seen.add(place);
                        document.wrongInAnswer(body.path("schema"), example)
                                .forEach(error -> wrong.add(place + " " + error));
                    }));
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(5 * calls.size());
    }

    @Test
    void everyBodyHasAnExample() {
        var without = new ArrayList<String>();
        for (var call : calls) {
            call.bodies().values().stream()
                    .filter(body -> body.example().isMissingNode())
                    .forEach(body -> without.add(call + " request"));
            answers(call, (place, body) -> {
                if (examples(body).isEmpty()) {
                    without.add(place);
                }
            });
        }
        assertThat(without).isEmpty();
    }

    @Test
    void everyObjectInAnAnswerSaysWhichFieldsAreAlwaysThere() {
        var open = new ArrayList<String>();
        for (var call : calls) {
            answers(call, (place, body) -> {
                var schema = document.resolved(body.path("schema"));
                if (schema.path("type").asString("").equals("object") && !schema.has("required")) {
                    open.add(place);
                }
            });
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whoMayNotCallIsToldSoInADescribedWay() {
        assertThat(calls.stream().filter(call -> !call.open()))
                .isNotEmpty()
                .allMatch(call ->
                        call.response(401).isPresent() && call.response(403).isPresent());
        assertThat(calls)
                .allMatch(call -> call.response(500).isPresent()
                        && call.response(503).isPresent()
                        && call.response(406).isPresent());
    }

    private static void answers(Call call, BiConsumer<String, JsonNode> body) {
        call.responses()
                .properties()
                .forEach(response -> response.getValue()
                        .path("content")
                        .properties()
                        .forEach(content -> body.accept(call + " " + response.getKey(), content.getValue())));
    }

    private List<JsonNode> examples(JsonNode body) {
        return Stream.concat(
                        Stream.of(body.path("example")),
                        body.path("examples").properties().stream()
                                .map(Map.Entry::getValue)
                                .map(document::resolved)
                                .map(example -> example.path("value")))
                .filter(example -> !example.isMissingNode())
                .toList();
    }
}
