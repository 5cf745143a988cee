package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fuzzer once found, each by its name. */
@SharesWorld
class StrangeInputTest {

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/auth/login HTTP/1.1\r\nTransfer-Encoding: rot13",
                "GET /api/about HTTP/1.1\r\nPrefer: a\u0001b",
                "GET /api/admin/audit?=x HTTP/1.1\r\nX: y"
            })
    void aHeadThatCannotBeReadIsMalformedAndNoFault(String head) throws IOException {
        var answer = raw(head + "\r\nAuthorization: Bearer " + world.token(World.ADMIN));
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("\"status\":400", "\"code\":\"malformed_request\"", "X-Request-Id:");
    }

    @Test
    void aHeaderThatTheFirewallRefusesWhenItIsReadIsMalformed() throws IOException {
        world.schemas.bot(tenant.id(), "active", "30");
        var answer = raw("DELETE /api/user-bot/remove HTTP/1.1\r\nPrefer: \u00e9\u0085\r\nAuthorization: Bearer "
                + world.token(tenant.email()));
        assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed_request");
    }

    @Test
    void aMethodThatTheServerItselfRefusesIsAProblemWithTheRequestsId() throws IOException {
        assertThat(raw("TRACE /api/about HTTP/1.1\r\nX-Request-Id: mine-1"))
                .startsWith("HTTP/1.1 405")
                .contains("X-Request-Id: mine-1", "\"request_id\":\"mine-1\"");
    }

    @Test
    void aContentTypeOfAnyTypeIsNotSupported() {
        world.schemas.bot(tenant.id(), "active", "30");
        var answer = tenant.http()
                .send("POST", "/api/user-bot/verify", BodyPublishers.noBody(), List.of("Content-Type", "*/*"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000"})
    void aBlankTextIsNoNumberLeftOut(String blank) {
        assertInvalid(
                tenant.http()
                        .post(
                                "/api/user-bot/create",
                                "{\"bot_token\":\"%s\",\"max_requests_per_second\":\"%s\"}"
                                        .formatted(Tokens.of(4711).value(), blank)),
                "max_requests_per_second",
                "wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1.5", "1e-4000", "[]", "{}"})
    void aChatIsANumberOrATextAlsoWhenNothingIsSentToIt(String chat) {
        world.schemas.bot(tenant.id(), "active", "30");
        assertInvalid(
                tenant.http().post("/api/user-bot/verify", "{\"test_chat_id\":" + chat + "}"),
                "test_chat_id",
                "wrong_type");
        assertInvalid(
                tenant.http().post("/api/user-bot/messages", "{\"chat_id\":" + chat + ",\"text\":\"x\"}"),
                "chat_id",
                "required");
    }

    @Test
    void aPasswordIsCountedInCharactersAsPeopleCountThem() {
        assertInvalid(
                world.gateway
                        .client()
                        .post(
                                "/api/auth/register",
                                "{\"email\":\"smile@example.org\",\"username\":\"smile\",\"password\":\"%s\"}"
                                        .formatted("🙂".repeat(6))),
                "password",
                "length");
    }

    @Test
    void aFilterOfTheTrailIsGivenOnceAndIsOneThereIs() {
        var admin = world.logIn(World.ADMIN);
        assertInvalid(admin.get("/api/admin/audit?limit=1&limit=2"), "limit", "repeated");
        assertInvalid(admin.get("/api/admin/audit?limit=201"), "limit", "form");
        assertInvalid(admin.get("/api/admin/audit?outcome=perhaps"), "outcome", "form");
    }

    private String raw(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), world.gateway.port())) {
            socket.getOutputStream()
                    .write((head + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertInvalid(Answer answer, String field, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("errors").valueStream()).anySatisfy(error -> {
            assertThat(error.get("field").asString()).isEqualTo(field);
            assertThat(error.get("code").asString()).isEqualTo(code);
        });
    }
}
