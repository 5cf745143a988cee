package io.botyard.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document doctored so that it breaks a client is told from one that only grew. */
class ClientBreaksTest {

    private static final String CREATE = "/paths/~1api~1user-bot~1create/post";
    private static final String MESSAGES = "/paths/~1api~1user-bot~1messages/post";
    private static final String BODY = "/components/schemas/CreateBody";
    private static final String STATUS = "/components/schemas/StatusAnswer";

    private final JsonNode document = CommittedDocument.read();

    static Stream<Arguments> breaks() {
        return Stream.of(
                breaks("a path is gone", at("/paths", paths -> paths.remove("/api/user-bot/create"))),
                breaks("a method is gone", at("/paths/~1api~1user-bot~1create", path -> path.remove("post"))),
                breaks("an answer's status is gone", at(CREATE + "/responses", all -> all.remove("201"))),
                breaks("an answer's field is gone", at(STATUS + "/properties", all -> all.remove("is_verified"))),
                breaks("an answer's field may be left out", at(STATUS, answer -> take(answer.get("required"), "id"))),
                breaks(
                        "an answer's field may be null",
                        at(
                                STATUS + "/properties/id",
                                id -> id.putArray("type").add("integer").add("null"))),
                breaks(
                        "an answer's object may be null",
                        at(
                                "/components/schemas/AboutAnswer/properties",
                                about -> about.set(
                                        "telegram",
                                        about.objectNode()
                                                .set(
                                                        "anyOf",
                                                        about.arrayNode()
                                                                .add(about.get("telegram"))
                                                                .addObject()
                                                                .put("type", "null"))))),
                breaks("an answer's type is another", at(STATUS + "/properties/id", id -> id.put("type", "string"))),
                breaks(
                        "an answer's header is gone",
                        at(CREATE + "/responses/202/headers", all -> all.remove("Location"))),
                breaks("a field of a request is gone", at(BODY + "/properties", all -> all.remove("api_id"))),
                breaks("a request needs another field", at(BODY, body -> {
                    ((ObjectNode) body.get("properties")).putObject("nonce").put("type", "string");
                    ((ArrayNode) body.get("required")).add("nonce");
                })),
                breaks(
                        "a request needs a field it could do without",
                        at(BODY, body -> ((ArrayNode) body.get("required")).add("bot_username"))),
                breaks(
                        "a field of a request may not be null",
                        at(BODY + "/properties/api_id", id -> id.put("type", "integer"))),
                breaks(
                        "a field of a request has another type",
                        at(BODY + "/properties/bot_token", id -> id.put("type", "integer"))),
                breaks(
                        "a request's range is narrower",
                        at(BODY + "/properties/max_requests_per_second", rate -> rate.put("maximum", 50))),
                breaks(
                        "a request's form is another",
                        at(BODY + "/properties/bot_token", token -> token.put("pattern", "^[0-9]+$"))),
                breaks(
                        "a request's text must be longer",
                        at("/components/schemas/RegisterBody/properties/password", word -> word.put("minLength", 20))),
                breaks(
                        "a request's text must be shorter",
                        at("/components/schemas/RegisterBody/properties/password", word -> word.put("maxLength", 20))),
                breaks(
                        "a value of a parameter is gone",
                        at(MESSAGES + "/parameters/0/schema", one -> take(one.get("enum"), "bulk"))),
                breaks("a parameter is gone", at(MESSAGES, call -> ((ArrayNode) call.get("parameters")).remove(0))),
                breaks(
                        "a call needs another parameter",
                        at(
                                MESSAGES,
                                call -> ((ArrayNode) call.get("parameters"))
                                        .addObject()
                                        .put("name", "region")
                                        .put("in", "query")
                                        .put("required", true)
                                        .putObject("schema")
                                        .put("type", "string"))),
                breaks(
                        "a request must have a body",
                        at("/paths/~1api~1user-bot~1verify/post/requestBody", body -> body.put("required", true))),
                breaks(
                        "a request's content type is gone",
                        at(
                                "/paths/~1api~1user-bot~1methods~1{method}/post/requestBody/content",
                                all -> all.remove("multipart/form-data"))),
                breaks(
                        "an open call asks for a token",
                        at(
                                "/paths/~1api~1about/get",
                                about -> about.putArray("security").addObject().putArray("session"))));
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                breaks("another path", at("/paths", paths -> paths.set("/api/more", paths.get("/api/about")))),
                breaks(
                        "another field in an answer",
                        at(
                                STATUS + "/properties",
                                all -> all.putObject("colour").put("type", "string"))),
                breaks(
                        "another value in an answer",
                        at(STATUS + "/properties/status", status -> ((ArrayNode) status.get("enum")).add("dozing"))),
                breaks(
                        "another field a request may have",
                        at(BODY + "/properties", all -> all.putObject("colour").put("type", "string"))),
                breaks(
                        "another value of a parameter",
                        at(MESSAGES + "/parameters/0/schema", one -> ((ArrayNode) one.get("enum")).add("idle"))),
                breaks(
                        "another parameter that may be left out",
                        at(
                                MESSAGES,
                                call -> ((ArrayNode) call.get("parameters"))
                                        .addObject()
                                        .put("name", "region")
                                        .put("in", "query")
                                        .putObject("schema")
                                        .put("type", "string"))),
                breaks("another way to fail", at(CREATE + "/responses", all -> all.set("410", all.get("409")))),
                breaks(
                        "another code of a status",
                        at(
                                CREATE
                                        + "/responses/409/content/application~1problem+json/schema/allOf/1/properties/code",
                                code -> ((ArrayNode) code.get("enum")).add("too_late"))),
                breaks(
                        "another header of an answer",
                        at(
                                CREATE + "/responses/201/headers",
                                all -> all.putObject("Age").putObject("schema").put("type", "string"))),
                breaks(
                        "a wider range",
                        at(BODY + "/properties/max_requests_per_second", rate -> rate.put("maximum", 500))),
                breaks("a better description", at("/info", info -> info.put("description", "Better."))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void aBreakIsSeen(String what, Consumer<JsonNode> doctor) {
        assertThat(ClientBreaks.between(document, doctored(doctor))).as(what).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void anAdditionIsNone(String what, Consumer<JsonNode> doctor) {
        assertThat(ClientBreaks.between(document, doctored(doctor))).as(what).isEmpty();
    }

    @Test
    void theSameIsNoBreak() {
        assertThat(ClientBreaks.between(document, document.deepCopy())).isEmpty();
    }

    /** A doctoring that does nothing proves nothing. */
    private JsonNode doctored(Consumer<JsonNode> doctor) {
        var copy = document.deepCopy();
        doctor.accept(copy);
        assertThat(copy).isNotEqualTo(document);
        return copy;
    }

    private static Arguments breaks(String what, Consumer<JsonNode> doctor) {
        return Arguments.of(what, doctor);
    }

    private static Consumer<JsonNode> at(String pointer, Consumer<ObjectNode> doctor) {
        return document -> doctor.accept((ObjectNode) document.requiredAt(pointer));
    }

    private static void take(JsonNode list, String value) {
        var values = (ArrayNode) list;
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i).asString().equals(value)) {
                values.remove(i);
                return;
            }
        }
    }
}
