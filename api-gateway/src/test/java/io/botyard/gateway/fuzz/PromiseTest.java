package io.botyard.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An answer that breaks a promise is found out. */
class PromiseTest {

    private static final String ID = "X-Request-Id";
    private static final String ACCOUNT =
            "{\"id\":17,\"email\":\"a@example.org\",\"username\":\"ada\",\"role\":\"user\",\"status\":\"active\"}";

    private final Document document =
            new Document(JsonMapper.shared().readTree(Files.readString(Path.of("../docs/openapi.json"))));
    private final Promise promise = new Promise(document);

    PromiseTest() throws IOException {}

    @Test
    void aGoodAnswerBreaksNone() {
        assertThat(broken(200, "application/json", ACCOUNT)).isEmpty();
        assertThat(broken(401, "application/problem+json", problem(401, "unauthenticated")))
                .isEmpty();
    }

    @Test
    void aFaultIsFound() {
        assertThat(broken(500, "application/problem+json", problem(500, "internal_error")))
                .containsExactly("a fault of ours");
    }

    @Test
    void whatTheDocumentDoesNotDescribeIsFound() {
        assertThat(broken(418, "application/problem+json", problem(418, "teapot")))
                .contains("has a status that is not described");
        assertThat(broken(200, "text/plain", "hello")).contains("has a content type that is not described: text/plain");
        assertThat(broken(401, "application/problem+json", problem(401, "wrong_credentials")))
                .anyMatch(how -> how.startsWith("is not as described"));
        assertThat(promise.broken(me(), new Reply(200, heads("application/json", "RateLimit", "10"), ACCOUNT)))
                .containsExactly("has a header that is not described: RateLimit");
    }

    @Test
    void aFieldTooManyTooFewOrOfAnotherTypeIsFound() {
        assertThat(broken(200, "application/json", ACCOUNT.replace("}", ",\"more\":1}")))
                .isNotEmpty();
        assertThat(broken(200, "application/json", ACCOUNT.replace("\"id\":17,", "")))
                .isNotEmpty();
        assertThat(broken(200, "application/json", ACCOUNT.replace("17", "\"17\"")))
                .isNotEmpty();
        assertThat(broken(200, "application/json", ACCOUNT.replace("\"ada\"", "null")))
                .isNotEmpty();
        assertThat(broken(200, "application/json", ACCOUNT.replace("active", "asleep")))
                .isNotEmpty();
    }

    @Test
    void aProblemThatIsNotWholeOrContradictsItselfIsFound() {
        assertThat(broken(401, "application/problem+json", "{\"code\":\"unauthenticated\"}"))
                .isNotEmpty();
        assertThat(broken(401, "application/problem+json", problem(403, "unauthenticated")))
                .containsExactly("contradicts itself");
        assertThat(broken(401, "text/html", "<h1>No</h1>")).contains("is no problem document");
    }

    @Test
    void aMissingOrExchangedRequestIdIsFound() {
        assertThat(promise.broken(me(), new Reply(200, List.of(head("Content-Type", "application/json")), ACCOUNT)))
                .contains("has no request id, or another than was sent");
        var named = me();
        named.header(ID, "another");
        assertThat(promise.broken(named, new Reply(200, heads("application/json"), ACCOUNT)))
                .containsExactly("has no request id, or another than was sent");
    }

    @Test
    void aSecretThatComesBackIsFound() {
        var shot = me();
        shot.header("Authorization", "Bearer a-token-that-was-sent");
        assertThat(promise.broken(
                        shot, new Reply(200, heads("application/json", "X-Seen", "a-token-that-was-sent"), ACCOUNT)))
                .containsExactly("says a secret again");
        var body = me();
        body.tree = JsonMapper.shared().readTree("{\"new_password\":\"correct horse\"}");
        assertThat(promise.broken(
                        body, new Reply(200, heads("application/json"), ACCOUNT.replace("ada", "correct horse"))))
                .containsExactly("says a secret again");
    }

    @Test
    void whatCouldNotBeRightAndWasAcceptedIsFound() {
        var shot = me();
        shot.mustFail = true;
        assertThat(promise.broken(shot, new Reply(200, heads("application/json"), ACCOUNT)))
                .containsExactly("was accepted, and could not be right");
        var nobody = new Shot(shot.call, Callers.Caller.NOBODY);
        assertThat(document.isWrong(nobody)).isTrue();
        assertThat(document.isWrong(shot)).isFalse();
    }

    private List<String> broken(int status, String contentType, String body) {
        return promise.broken(me(), new Reply(status, heads(contentType), body));
    }

    private Shot me() {
        var me = Call.in(document).stream()
                .filter(call -> call.id().equals("me"))
                .findAny()
                .orElseThrow();
        return new Shot(me, new Callers.Caller("user", "a-session", "session", Set.of("user")));
    }

    private static List<Shot.Header> heads(String contentType, String... more) {
        var heads = new ArrayList<>(List.of(head("Content-Type", contentType), head(ID, "an-id")));
        for (var i = 0; i < more.length; i += 2) {
            heads.add(head(more[i], more[i + 1]));
        }
        return heads;
    }

    private static Shot.Header head(String name, String value) {
        return new Shot.Header(name, value);
    }

    private static String problem(int status, String code) {
        return "{\"type\":\"/problems/%s\",\"title\":\"t\",\"status\":%d,\"detail\":\"d\",\"code\":\"%s\",\"request_id\":\"an-id\"}"
                .formatted(code, status, code);
    }
}
