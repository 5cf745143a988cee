package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotToken;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 9 over everything: whatever goes wrong, no secret stands in what Botyard answers, logs or keeps. What it keeps is
 * searched as bytes: every topic, every table and its write-ahead log, every log file.
 */
@Tag("faults")
class LeakTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BOT = 990_001;
    private static final BotToken TOKEN = Tokens.of(BOT);
    private static final BotToken NEXT = Tokens.anotherOf(BOT);
    private static final String HASH = "5ec2e75ec2e75ec2e75ec2e75ec2e7aa";
    private static final String PASSWORD = "marked-password-of-a-tenant";
    private static final String RESET = "marked-password-after-a-reset";
    private static final String ADMINS = "marked-password-of-the-admin";
    private static final String ADMIN = "operator@example.org";
    private static final String MAIL = "marie@example.org";

    /** It may stand in topics, and so must be found there. */
    private static final String TEXT = "a-text-that-is-no-secret";

    @TempDir
    private Path directory;

    private final Marks secrets = new Marks();
    private final List<HttpResponse<String>> answers = new ArrayList<>();
    private StandaloneProcess botyard;

    @BeforeEach
    void mark() throws IOException {
        botyard =
                StandaloneProcess.in(directory, Map.of("BOTYARD_ADMIN_EMAIL", ADMIN, "BOTYARD_ADMIN_PASSWORD", ADMINS));
        secrets.add("the bot's token", secretOf(TOKEN));
        secrets.add("the bot's next token", secretOf(NEXT));
        secrets.add("an api_hash", HASH);
        secrets.add("a password", PASSWORD);
        secrets.add("a password after a reset", RESET);
        secrets.add("the admin's password", ADMINS);
    }

    @AfterEach
    void stop() throws InterruptedException {
        botyard.end();
    }

    @Test
    void rule9NoSecretStandsInWhatBotyardAnswersLogsOrKeeps() throws Exception {
        botyard.start();
        var nobody = Person.nobodyAt(botyard.gateway());
        heard(nobody.post("/api/auth/register", Map.of("email", MAIL, "username", "marie", "password", PASSWORD)));
        heard(nobody.post("/api/auth/register", Map.of("email", MAIL, "username", "marie", "password", PASSWORD)));
        heard(nobody.post("/api/auth/register", Map.of("email", MAIL, "username", PASSWORD, "pass", PASSWORD)));
        heard(nobody.post("/api/auth/login", Map.of("email", MAIL, "password", PASSWORD + "?")));
        heard(nobody.post("/api/auth/login", Map.of("email", PASSWORD, "password", MAIL)));
        heard(nobody.call("POST", "/api/auth/login", "{\"password\":\"" + PASSWORD + "\","));
        var marie = loggedIn(MAIL, PASSWORD);

        bringsABot(marie);
        callsThatFail(marie);
        keysAndResets(marie);
        botyard.kill();
        botyard.start();
        var again = loggedIn(MAIL, RESET);
        callsThatFail(again);
        theTokenIsReplacedAndRevoked(again);
        whatAnAdminSees();
        for (var page : List.of("GATEWAY_MANAGEMENT", "WORKER_MANAGEMENT", "AUDIT_MANAGEMENT")) {
            heard(Person.nobodyAt(botyard.door(page)).get("/actuator/prometheus"));
        }
        botyard.end();

        assertThat(answers.stream().flatMap(answer -> secrets.in(answer.headers() + answer.body()).stream()))
                .isEmpty();
        assertThat(secrets.below(directory)).isEmpty();
        var known = new Marks();
        known.add("no secret", TEXT);
        assertThat(known.below(directory.resolve("botyard/kafka")))
                .as("what stands in a topic is found")
                .anyMatch(found -> found.contains("bot.calls"));
        known.add("an address", MAIL);
        assertThat(known.below(directory.resolve("botyard/postgresql")))
                .as("what stands in a table is found")
                .anyMatch(found -> found.startsWith("an address"));
    }

    @Test
    void aProcessThatRunsOutOfMemoryLeavesNoneOfItBehind() throws IOException {
        assertThat(Files.readString(Path.of("../standalone/jvm.options"))).doesNotContain("HeapDump");
    }

    private void bringsABot(Person marie) {
        var token = TOKEN.value();
        heard(marie.call("POST", "/api/user-bot/create", "{\"bot_token\":\"" + token));
        heard(marie.post("/api/user-bot/create", Map.of("token", token)));
        heard(marie.post("/api/user-bot/create", Map.of("bot_token", token + "/" + token)));
        heard(marie.post("/api/user-bot/create", Map.of("bot_token", token, "bot_username", token)));
        heard(marie.post("/api/user-bot/create", Map.of("bot_token", token, "api_hash", HASH)));
        heard(marie.post("/api/user-bot/create", Map.of("bot_token", token, "api_id", HASH, "api_hash", token)));
        heard(marie.post("/api/user-bot/create", Map.of("bot_token", token, "api_id", 4_711, "api_hash", HASH)));
        heard(marie.post("/api/user-bot/create", Map.of("bot_token", token)));
        for (var fault : faults("getMe")) {
            fails(fault);
            heard(marie.post("/api/user-bot/verify", Map.of()));
        }
        assertThat(json(heard(marie.post("/api/user-bot/verify", Map.of())))
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    private void callsThatFail(Person marie) {
        for (var fault : faults("sendMessage")) {
            fails(fault);
            var operation = marie.send("42", TEXT);
            await().atMost(PATIENCE).until(() -> !List.of("accepted", "parked").contains(marie.statusOf(operation)));
            heard(marie.get("/api/operations/" + operation));
        }
        heard(marie.post("/api/user-bot/methods/" + secretOf(TOKEN), Map.of()));
        heard(marie.post("/api/user-bot/methods/getManagedBotToken", Map.of("user_id", BOT)));
        heard(marie.get("/api/user-bot/" + TOKEN.value()));
        heard(marie.get("/api/user-bot/operations"));
        heard(marie.get("/api/user-bot/status"));
    }

    /** Telegram's own words may hold the token: it stands in the path that they speak of. */
    private static List<String> faults(String method) {
        var ofOurs = "\"bot_id\":" + BOT + ",\"method\":\"" + method + "\",\"times\":1";
        return List.of(
                "{" + ofOurs + ",\"error_code\":400,\"description\":\"Bad Request: bot" + TOKEN.value() + " is odd\"}",
                "{" + ofOurs + ",\"error_code\":403,\"description\":\"Forbidden: " + TOKEN.value() + "\"}",
                "{" + ofOurs + ",\"error_code\":429,\"retry_after\":1}",
                "{" + ofOurs + ",\"error_code\":500}",
                "{" + ofOurs + ",\"error_code\":502}",
                "{" + ofOurs + ",\"drop_after_receipt\":true}");
    }

    private void keysAndResets(Person marie) {
        var made = json(marie.post("/api/auth/api-keys", Map.of("name", "shop", "scopes", List.of("bot:read"))));
        var key = made.path("key").asString();
        assertThat(key).startsWith("byk_");
        secrets.add("an API key", key);
        heard(marie.bearing(key).get("/api/user-bot/status"));
        heard(marie.bearing(key).post("/api/user-bot/messages", Map.of("chat_id", "42", "text", TEXT)));
        heard(marie.bearing(key).get("/api/admin/users"));
        heard(marie.bearing(key).get("/api/user-bot/status?key=" + key));
        heard(marie.delete("/api/auth/api-keys/" + made.path("id").asString()));
        heard(marie.bearing(key).get("/api/user-bot/status"));
        var admin = loggedIn(ADMIN, ADMINS);
        var reset = json(admin.post("/api/admin/users/" + marie.id() + "/password-reset", Map.of()))
                .path("token")
                .asString();
        assertThat(reset).isNotEmpty();
        secrets.add("a token for a new password", reset);
        heard(marie.post("/api/auth/password/reset", Map.of("token", reset, "new_password", "short")));
        heard(marie.post("/api/auth/password/reset", Map.of("token", reset, "new_password", RESET)));
        heard(marie.post("/api/auth/password/reset", Map.of("token", reset, "new_password", RESET)));
    }

    private void theTokenIsReplacedAndRevoked(Person marie) {
        heard(marie.call(
                "PUT",
                "/api/user-bot/token",
                "{\"bot_token\":\"" + Tokens.of(BOT + 1).value() + "\"}"));
        heard(marie.call("PUT", "/api/user-bot/token", "{\"bot_token\":\"" + NEXT.value() + "\"}"));
        heard(marie.post("/api/user-bot/verify", Map.of()));
        telegram("/sandbox/bots/" + BOT + "/revoke", "");
        var operation = marie.send("42", TEXT);
        await().atMost(PATIENCE).until(() -> !marie.statusOf(operation).equals("accepted"));
        heard(marie.get("/api/user-bot/status"));
    }

    private void whatAnAdminSees() {
        var admin = loggedIn(ADMIN, ADMINS);
        heard(admin.post("/api/admin/keys/rotate", Map.of()));
        for (var page :
                List.of("/api/admin/bots/list", "/api/admin/users", "/api/admin/keys", "/api/admin/audit?limit=100")) {
            heard(admin.get(page));
        }
    }

    /** What a session is, is a secret as well, and the answer that shows it is the only one. */
    private Person loggedIn(String email, String password) {
        var session = json(Person.nobodyAt(botyard.gateway())
                .post("/api/auth/login", Map.of("email", email, "password", password)));
        var access = session.path("access_token").asString();
        var refresh = session.path("refresh_token").asString();
        assertThat(access).isNotEmpty();
        assertThat(refresh).isNotEmpty();
        secrets.add("an access token", access.substring(access.lastIndexOf('.') + 1));
        secrets.add("a refresh token", refresh);
        var next = json(Person.nobodyAt(botyard.gateway()).post("/api/auth/refresh", Map.of("refresh_token", refresh)));
        secrets.add("a refresh token", next.path("refresh_token").asString());
        heard(Person.nobodyAt(botyard.gateway()).post("/api/auth/logout", Map.of("refresh_token", refresh + "?")));
        return Person.loggedInAt(botyard.gateway(), email, password);
    }

    private void fails(String fault) {
        telegram("/sandbox/faults", fault);
    }

    private void telegram(String path, String body) {
        assertThat(Person.nobodyAt(botyard.sandbox()).call("POST", path, body).statusCode())
                .isBetween(200, 299);
    }

    private HttpResponse<String> heard(HttpResponse<String> answer) {
        answers.add(answer);
        return answer;
    }

    private static String secretOf(BotToken token) {
        return token.value().substring(token.value().indexOf(':') + 1);
    }
}
