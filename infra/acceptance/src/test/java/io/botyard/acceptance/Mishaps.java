package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotToken;
import io.botyard.testkit.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What goes wrong with a token in hand: it is brought badly, Telegram fails and speaks of it, it is replaced and revoked. */
final class Mishaps {

    static final long BOT = 990_001;
    static final BotToken TOKEN = Tokens.of(BOT);
    static final BotToken NEXT = Tokens.anotherOf(BOT);
    static final String HASH = "5ec2e75ec2e75ec2e75ec2e75ec2e7aa";

    /** Of a payment provider: it goes to Telegram, and is to be seen nowhere on the way. */
    static final String PAYMENT = "284685063:TEST:marked-payment-token";

    /** It may stand in topics, and so must be found there. */
    static final String TEXT = "a-text-that-is-no-secret";

    /** A token that a user wrote into a message: Telegram says it again, and Botyard does not. */
    static final String WRITTEN = "770001:AAsomebody-wrote-this-into-a-message";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI telegram;
    private final Heard heard;

    Mishaps(URI telegram, Heard heard) {
        this.telegram = telegram;
        this.heard = heard;
    }

    static String secretOf(BotToken token) {
        return token.value().substring(token.value().indexOf(':') + 1);
    }

    void bringsABot(Person person) {
        var token = TOKEN.value();
        heard.by(person.call("POST", "/api/user-bot/create", "{\"bot_token\":\"" + token));
        for (var body : List.of(
                Map.of("token", token),
                Map.of("bot_token", token + "/" + token),
                Map.of("bot_token", token, "bot_username", token),
                Map.of("bot_token", token, "api_hash", HASH),
                Map.of("bot_token", token, "api_id", HASH, "api_hash", token),
                Map.of("bot_token", token, "api_id", 4_711, "api_hash", HASH),
                Map.of("bot_token", token))) {
            heard.by(person.post("/api/user-bot/create", body));
        }
        for (var fault : faults("getMe")) {
            fails(fault);
            heard.by(person.post("/api/user-bot/verify", Map.of()));
        }
        assertThat(json(heard.by(person.post("/api/user-bot/verify", Map.of())))
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    void callsThatFail(Person person) {
        for (var fault : faults("sendMessage")) {
            fails(fault);
            ended(person, person.send("42", TEXT));
        }
        var repeated = ended(person, person.send("42", "mine is " + WRITTEN));
        assertThat(repeated).as("what Telegram answered is kept").contains("mine is [redacted]");
        asksForMoney(person);
        heard.by(person.post("/api/user-bot/methods/" + secretOf(TOKEN), Map.of()));
        heard.by(person.post("/api/user-bot/methods/getManagedBotToken", Map.of("user_id", BOT)));
        heard.by(person.get("/api/user-bot/operations"));
        heard.by(person.get("/api/user-bot/status"));
    }

    private void asksForMoney(Person person) {
        var invoice = Map.of("chat_id", "42", "title", TEXT, "provider_token", PAYMENT);
        var offer = Map.of("inline_query_id", "7", "results", List.of(Map.of("input_message_content", invoice)));
        for (var call :
                Map.of("sendInvoice", invoice, "answerInlineQuery", offer).entrySet()) {
            fails("{\"bot_id\":" + BOT + ",\"method\":\"" + call.getKey()
                    + "\",\"times\":1,\"error_code\":429,\"retry_after\":7}");
            var sent = heard.by(person.post("/api/user-bot/methods/" + call.getKey(), call.getValue()));
            assertThat(ended(person, json(sent).path("operation_id").asString()))
                    .contains("succeeded");
        }
        heard.by(person.post("/api/user-bot/methods/sendInvoice", Map.of("provider_token", "file:" + PAYMENT)));
    }

    /** As whoever takes Botyard for Telegram does, and whoever tries whether it repeats what it hears. */
    void namesTheTokenInUrlsAndHeaders(Person person) {
        for (var spelled : List.of(TOKEN.value(), TOKEN.value().replace(":", "%3A"))) {
            for (var path : List.of(
                    "/bot%s/getMe",
                    "/api/user-bot/%s",
                    "/api/user-bot/status?bot_token=%s",
                    "/api/operations/%s",
                    "/api/operations?cursor=%s",
                    "/api/admin/bots/%s/status",
                    "/problems/%s",
                    "/%s.html")) {
                heard.by(person.get(path.formatted(spelled)));
            }
        }
        heard.by(person.call("TRACE", "/api/user-bot/status", "", "X-Token", TOKEN.value()));
        heard.by(person.call("GET", "/api/user-bot/status", "", "X-Request-Id", TOKEN.value()));
        heard.by(person.call("GET", "/api/user-bot/status", "", "Origin", "https://" + secretOf(TOKEN)));
        heard.by(person.call("GET", "/api/user-bot/status", "", "Accept", "text/" + secretOf(TOKEN)));
        heard.by(person.call("POST", "/api/user-bot/verify", "{}", "Prefer", "wait=" + secretOf(TOKEN)));
        heard.by(person.call("OPTIONS", "/api/user-bot/status", "", "Origin", "https://" + secretOf(TOKEN)));
    }

    void replacesAndRevokesTheToken(Person person) {
        var anothers = Tokens.of(BOT + 1).value();
        heard.by(person.call("PUT", "/api/user-bot/token", "{\"bot_token\":\"" + anothers + "\"}"));
        heard.by(person.call("PUT", "/api/user-bot/token", "{\"bot_token\":\"" + NEXT.value() + "\"}"));
        heard.by(person.post("/api/user-bot/verify", Map.of()));
        sandbox("/sandbox/bots/" + BOT + "/revoke", "");
        ended(person, person.send("42", TEXT));
        heard.by(person.get("/api/user-bot/status"));
    }

    private String ended(Person person, String operation) {
        await().atMost(PATIENCE).until(() -> !List.of("accepted", "parked").contains(person.statusOf(operation)));
        return heard.by(person.get("/api/operations/" + operation)).body();
    }

    /** Telegram's own words may hold the token: it stands in the path that they speak of. */
    private static List<String> faults(String method) {
        var ofOurs = "\"bot_id\":" + BOT + ",\"method\":\"" + method + "\",\"times\":1";
        var inUrl = TOKEN.value().replace(":", "%3A");
        return List.of(
                "{" + ofOurs + ",\"error_code\":400,\"description\":\"Bad Request: bot" + TOKEN.value() + " is odd\"}",
                "{" + ofOurs + ",\"error_code\":400,\"description\":\"Bad Request: GET /bot" + inUrl + "/getMe\"}",
                "{" + ofOurs + ",\"error_code\":403,\"description\":\"Forbidden: " + TOKEN.value() + "\"}",
                "{" + ofOurs + ",\"error_code\":429,\"retry_after\":1}",
                "{" + ofOurs + ",\"error_code\":500}",
                "{" + ofOurs + ",\"error_code\":502}",
                "{" + ofOurs + ",\"drop_after_receipt\":true}");
    }

    private void fails(String fault) {
        sandbox("/sandbox/faults", fault);
    }

    private void sandbox(String path, String body) {
        assertThat(Person.nobodyAt(telegram).call("POST", path, body).statusCode())
                .isBetween(200, 299);
    }
}
