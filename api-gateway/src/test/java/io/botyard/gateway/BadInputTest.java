package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input at every door ends as a problem document that says what is wrong and quotes nothing. */
@SharesWorld
class BadInputTest {

    private static final int ONE_MIB = 1024 * 1024;

    private final World world = World.shared();
    private final Client anybody = world.gateway.client();
    private final World.Tenant tenant = world.tenant();

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"email\":", "{\"email\":\"a@b\",\"email\":\"c@d\"}", "{} {}", "\u0000"})
    void whatIsNotJsonIsMalformed(String body) {
        assertProblem(anybody.post("/api/auth/register", body), 400, "malformed_json");
        assertProblem(tenant.http().post("/api/user-bot/create", body), 400, "malformed_json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"someone\",\"password\":\"123456789012\"}|email|required",
                "{\"email\":\"no address\",\"username\":\"someone\",\"password\":\"123456789012\"}|email|form",
                "{\"email\":\"a@b.c\",\"username\":\"ab\",\"password\":\"123456789012\"}|username|length",
                "{\"email\":\"a@b.c\",\"username\":\"a b c\",\"password\":\"123456789012\"}|username|form",
                "{\"email\":\"a@b.c\",\"username\":\"BotYard\",\"password\":\"123456789012\"}|username|reserved",
                "{\"email\":\"a@b.c\",\"username\":\"someone\",\"password\":\"short\"}|password|length",
                "{\"email\":\"a@b.c\",\"username\":\"someone\",\"password\":\"123456789012\",\"role\":\"admin\"}|role|unknown_field",
                "{\"email\":[],\"username\":\"someone\",\"password\":\"123456789012\"}|email|wrong_type",
                "{\"email\":5,\"username\":\"someone\",\"password\":\"123456789012\"}|email|wrong_type"
            })
    void anAccountThatIsNotValidIsToldWhichFieldAndWhy(String body, String field, String code) {
        assertInvalid(anybody.post("/api/auth/register", body), field, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|bot_token|required",
                "{\"bot_token\":\"0123:abc\"}|bot_token|form",
                "{\"bot_token\":\"TOKEN\",\"max_requests_per_second\":0.09}|max_requests_per_second|range",
                "{\"bot_token\":\"TOKEN\",\"max_requests_per_second\":100.5}|max_requests_per_second|range",
                "{\"bot_token\":\"TOKEN\",\"max_requests_per_second\":1e-999999999}|max_requests_per_second|range",
                "{\"bot_token\":\"TOKEN\",\"max_requests_per_second\":\"30\"}|max_requests_per_second|wrong_type",
                "{\"bot_token\":\"TOKEN\",\"max_concurrent_requests\":0}|max_concurrent_requests|range",
                "{\"bot_token\":\"TOKEN\",\"max_concurrent_requests\":1.5}|max_concurrent_requests|wrong_type",
                "{\"bot_token\":\"TOKEN\",\"max_concurrent_requests\":99999999999}|max_concurrent_requests|wrong_type",
                "{\"bot_token\":\"TOKEN\",\"api_id\":5}|api_hash|required",
                "{\"bot_token\":\"TOKEN\",\"webhook\":\"x\"}|webhook|unknown_field"
            })
    void aBotThatIsNotValidIsToldWhichFieldAndWhyButNeverItsToken(String body, String field, String code) {
        var token = Tokens.of(4711).value();
        var answer = tenant.http().post("/api/user-bot/create", body.replace("TOKEN", token));
        assertInvalid(answer, field, code);
        assertThat(answer.text()).doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "priority,soon",
        "expires_in_seconds,0",
        "expires_in_seconds,86401",
        "expires_in_seconds,1.5",
        "on_unknown,x"
    })
    void callOptionsThatAreNotValidAreToldByName(String option, String value) {
        world.schemas.bot(tenant.id(), "active", "30");
        var answer = tenant.http()
                .post("/api/user-bot/messages?" + option + "=" + value, "{\"chat_id\":1,\"text\":\"hello\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo(option);
    }

    @Test
    void aMessageNeedsAChatAndAText() {
        assertInvalid(tenant.http().post("/api/user-bot/messages", "{\"text\":\"hello\"}"), "chat_id", "required");
        assertInvalid(tenant.http().post("/api/user-bot/messages", "{\"chat_id\":1}"), "text", "required");
        assertInvalid(tenant.http().post("/api/user-bot/messages", "[]"), "", "wrong_type");
        assertInvalid(tenant.http().post("/api/user-bot/methods/get-me", "{}"), "method", "form");
        assertInvalid(
                tenant.http().post("/api/user-bot/messages", "{\"chat_id\":\"a\\u0000\",\"text\":\"x\"}"),
                "chat_id",
                "form");
    }

    @Test
    void aBodyOverOneMebibyteIsTooLargeWhateverItSaysOfItsLength() {
        var large = "{\"chat_id\":1,\"text\":\"" + "x".repeat(ONE_MIB) + "\"}";
        assertProblem(tenant.http().post("/api/user-bot/messages", large), 413, "body_too_large");
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        assertProblem(
                tenant.http()
                        .send("POST", "/api/user-bot/messages", chunked, List.of("Content-Type", "application/json")),
                413,
                "body_too_large");
        assertProblem(
                anybody.send("POST", "/api/auth/login", chunked, List.of("Content-Type", "application/json")),
                413,
                "body_too_large");
    }

    @Test
    void theWrongMethodTypeOrRepresentationIsNamed() {
        var method = anybody.delete("/api/auth/login");
        assertProblem(method, 405, "method_not_allowed");
        assertThat(method.header("Allow")).contains("POST");
        assertProblem(
                anybody.send(
                        "POST",
                        "/api/auth/login",
                        BodyPublishers.ofString("a=b"),
                        List.of("Content-Type", "text/plain")),
                415,
                "unsupported_media_type");
        assertProblem(anybody.with("Accept", "image/png").get("/api/about"), 406, "not_acceptable");
        assertProblem(anybody.get("/nowhere"), 404, "not_found");
        assertProblem(tenant.http().get("/api/nowhere"), 404, "not_found");
        assertProblem(anybody.get("/error"), 404, "not_found");
    }

    @Test
    void whoIsNotLoggedInOrMayNotIsTurnedAwayWithAProblem() {
        assertProblem(anybody.get("/api/user-bot/status"), 401, "unauthenticated");
        assertProblem(anybody.get("/api/nowhere"), 401, "unauthenticated");
        assertProblem(tenant.http().get("/api/admin/audit"), 403, "forbidden");
    }

    @Test
    void aRequestIdIsKeptWhenItIsOneAndReplacedWhenNot() {
        assertThat(anybody.with("X-Request-Id", "mine-1").get("/nowhere").field("request_id"))
                .isEqualTo("mine-1");
        var replaced = anybody.with("X-Request-Id", "no good!").get("/nowhere");
        assertThat(replaced.header("X-Request-Id"))
                .isEqualTo(replaced.field("request_id"))
                .isNotEqualTo("no good!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/ab{out HTTP/1.1\r\nHost: x",
                "GET /api/%zz HTTP/1.1\r\nHost: x",
                "GET //api//about HTTP/1.1\r\nHost: x",
                "GET /api/../about;a=b HTTP/1.1\r\nHost: x"
            })
    void whatTheServerItselfTurnsAwayIsAProblemToo(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), world.gateway.port())) {
            socket.getOutputStream()
                    .write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"request_id\":", "X-Request-Id:");
            assertThat(answer).doesNotContain("Tomcat").doesNotContain("at org.");
        }
    }

    @Test
    void everyProblemHasAPageAndEveryAnswerTellsBrowsersToBeCareful() {
        var answer = anybody.get("/problems/bot_already_exists");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("You already have a bot");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(anybody.with("Origin", "https://elsewhere.example")
                        .get("/api/about")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
        assertProblem(anybody.get("/problems/nothing"), 404, "not_found");
    }

    private static void assertInvalid(Answer answer, String field, String code) {
        assertProblem(answer, 422, "validation_failed");
        assertThat(answer.json().get("errors").valueStream()).anySatisfy(error -> {
            assertThat(error.get("field").asString()).isEqualTo(field);
            assertThat(error.get("code").asString()).isEqualTo(code);
        });
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.field("type")).isEqualTo("/problems/" + code);
        assertThat(answer.field("code")).isEqualTo(code);
        assertThat(answer.field("status")).isEqualTo(Integer.toString(status));
        assertThat(answer.field("title")).isNotEmpty();
        assertThat(answer.field("detail")).isNotEmpty();
        assertThat(answer.field("request_id")).isEqualTo(answer.header("X-Request-Id"));
    }
}
