package io.botyard.acceptance;

import static io.botyard.acceptance.Mishaps.secretOf;
import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 9 over everything: whatever goes wrong, no secret stands in what Botyard answers, tells, logs or keeps. What it keeps
 * is searched as bytes, every topic, every table and its write-ahead log, every log file; the tables are also read, since
 * PostgreSQL packs what is long.
 */
@Tag("faults")
class LeakTest {

    /** With all that has to be escaped somewhere. */
    private static final String PASSWORD = "marked \"password\" of/a+tenant & their \\ bärt";

    private static final String RESET = "marked-password-after-a-reset";
    private static final String ADMINS = "marked-password-of-the-admin";
    private static final String ADMIN = "operator@example.org";
    private static final String MAIL = "marie@example.org";

    @TempDir
    private Path directory;

    private final Marks secrets = new Marks();
    private final Marks written = new Marks();
    private final Heard heard = new Heard();
    private StandaloneProcess botyard;
    private KeptSecrets kept;
    private Mishaps mishaps;
    private LiveMishaps live;

    @BeforeEach
    void mark() throws IOException {
        botyard =
                StandaloneProcess.in(directory, Map.of("BOTYARD_ADMIN_EMAIL", ADMIN, "BOTYARD_ADMIN_PASSWORD", ADMINS));
        kept = new KeptSecrets(directory.resolve("botyard"));
        mishaps = new Mishaps(botyard.sandbox(), heard);
        live = new LiveMishaps(botyard.gateway(), heard);
        secrets.add("the bot's token", secretOf(Mishaps.TOKEN));
        secrets.add("the bot's next token", secretOf(Mishaps.NEXT));
        secrets.add("an api_hash", Mishaps.HASH);
        secrets.add("a payment provider's token", Mishaps.PAYMENT);
        secrets.add("a password", PASSWORD);
        secrets.add("a password after a reset", RESET);
        secrets.add("the admin's password", ADMINS);
        written.add("a token in a message", Mishaps.WRITTEN.substring(Mishaps.WRITTEN.indexOf(':') + 1));
    }

    @AfterEach
    void stop() throws InterruptedException {
        botyard.end();
    }

    @Test
    void rule9NoSecretStandsInWhatBotyardAnswersTellsLogsOrKeeps() throws Exception {
        botyard.start();
        kept.addTo(secrets);
        registersBadly();
        var marie = loggedIn(MAIL, PASSWORD);
        try (var hers = live.comes(marie.bearer());
                var admins = watching(marie)) {
            mishaps.bringsABot(marie);
            mishaps.callsThatFail(marie);
            mishaps.namesTheTokenInUrlsAndHeaders(marie);
            keysAndResets(marie);
            heard.on("a user's socket", hers);
            heard.on("a watching admin's socket", admins);
        }
        live.isNotLetIn(marie.bearer());

        botyard.kill();
        botyard.start();
        var again = loggedIn(MAIL, RESET);
        var admins = watching(again);
        try (var hers = live.comes(again.bearer())) {
            mishaps.callsThatFail(again);
            mishaps.replacesAndRevokesTheToken(again);
            live.saysWhatIsNotUnderstood(hers, again.bearer());
            heard.by(again.post("/api/auth/logout", Map.of()));
            hers.isSentAway();
            heard.on("a user's socket", hers);
        }
        var pages = new Pages(heard);
        pages.anAdminSees(loggedIn(ADMIN, ADMINS));
        pages.anybodySees(botyard.gateway());
        for (var door : List.of("GATEWAY_MANAGEMENT", "WORKER_MANAGEMENT", "AUDIT_MANAGEMENT")) {
            pages.anOperatorSees(botyard.door(door));
        }
        var tables = botyard.rows().byTable();
        botyard.end();
        admins.isSentAway();
        heard.on("a watching admin's socket", admins);

        nothingOfItIsFound(tables);
        whatIsNoSecretIsFound(tables);
        whatIsKeptIsForItsOwnerAlone();
    }

    /** All of it is said, not the first alone. */
    private void nothingOfItIsFound(Map<String, String> tables) throws IOException {
        var soft = new SoftAssertions();
        soft.assertThat(secrets.in(heard.words())).isEmpty();
        soft.assertThat(secrets.in(Rows.texts(tables))).isEmpty();
        soft.assertThat(secrets.below(directory, file -> !kept.isOne(file))).isEmpty();
        soft.assertThat(written.in(heard.words())).isEmpty();
        soft.assertThat(written.below(directory, file -> !file.toString().contains("/kafka/bot.calls-")))
                .as("what a user wrote stands in their call alone")
                .isEmpty();
        soft.assertAll();
    }

    private void whatIsNoSecretIsFound(Map<String, String> tables) throws IOException {
        var known = new Marks();
        known.add("no secret", Mishaps.TEXT);
        assertThat(known.below(directory.resolve("botyard/kafka")))
                .as("what stands in a topic is found")
                .anyMatch(found -> found.contains("bot.calls"));
        known.add("an address", MAIL);
        assertThat(known.below(directory.resolve("botyard/postgresql")))
                .as("what stands in a table's file is found")
                .anyMatch(found -> found.startsWith("an address"));
        assertThat(known.in(Rows.texts(tables)))
                .as("what stands in a table is found")
                .anyMatch(found -> found.contains("identity.users"));
        assertThat(known.in(heard.words()))
                .as("what is answered is found")
                .anyMatch(found -> found.contains("/api/admin/users"));
        assertThat(heard.words().get("a user's socket"))
                .anyMatch(word -> word.contains("\"operation\""))
                .anyMatch(word -> word.startsWith("closed with 4401"));
        assertThat(heard.words().get("a watching admin's socket"))
                .anyMatch(word -> word.contains("\"operation\""))
                .anyMatch(word -> word.startsWith("closed with 1001"));
        assertThat(written.below(directory.resolve("botyard/kafka"))).anyMatch(found -> found.contains("bot.calls"));
        var own = new Marks();
        kept.addTo(own);
        assertThat(own.below(directory)).as("what is kept is found").hasSizeGreaterThan(7);
    }

    private void whatIsKeptIsForItsOwnerAlone() throws IOException {
        for (var file : kept.files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    private void registersBadly() {
        var nobody = Person.nobodyAt(botyard.gateway());
        for (var body : List.of(
                Map.of("email", MAIL, "username", "marie", "password", PASSWORD),
                Map.of("email", MAIL, "username", "marie", "password", PASSWORD),
                Map.of("email", MAIL, "username", PASSWORD, "pass", PASSWORD))) {
            heard.by(nobody.post("/api/auth/register", body));
        }
        heard.by(nobody.post("/api/auth/login", Map.of("email", MAIL, "password", PASSWORD + "?")));
        heard.by(nobody.post("/api/auth/login", Map.of("email", PASSWORD, "password", MAIL)));
        heard.by(nobody.call("POST", "/api/auth/login", "{\"password\":\"" + RESET + "\","));
    }

    private void keysAndResets(Person marie) {
        var made = json(marie.post("/api/auth/api-keys", Map.of("name", "shop", "scopes", List.of("bot:read"))));
        var key = made.path("key").asString();
        assertThat(key).startsWith("byk_");
        secrets.add("an API key", key);
        var shop = marie.bearing(key);
        heard.by(shop.get("/api/user-bot/status"));
        heard.by(shop.post("/api/user-bot/messages", Map.of("chat_id", "42", "text", Mishaps.TEXT)));
        heard.by(shop.get("/api/admin/users"));
        heard.by(shop.get("/api/user-bot/status?key=" + key));
        try (var listening = live.comes(key)) {
            live.saysWhatIsNotUnderstood(listening, key);
            heard.by(marie.delete("/api/auth/api-keys/" + made.path("id").asString()));
            listening.isSentAway();
            heard.on("a key's socket", listening);
        }
        heard.by(shop.get("/api/user-bot/status"));
        var admin = loggedIn(ADMIN, ADMINS);
        var reset = json(admin.post("/api/admin/users/" + marie.id() + "/password-reset", Map.of()))
                .path("token")
                .asString();
        assertThat(reset).isNotEmpty();
        secrets.add("a token for a new password", reset);
        heard.by(marie.post("/api/auth/password/reset", Map.of("token", reset, "new_password", "short")));
        heard.by(marie.post("/api/auth/password/reset", Map.of("token", reset, "new_password", RESET)));
        heard.by(marie.post("/api/auth/password/reset", Map.of("token", reset, "new_password", RESET)));
    }

    private Listening watching(Person person) {
        var admins = live.comes(loggedIn(ADMIN, ADMINS).bearer());
        admins.says("{\"type\":\"watch\",\"user_id\":" + person.id() + "}");
        admins.hears("\"watching\"");
        return admins;
    }

    /** What a session is, is a secret as well, and the answer that shows it is the only one. */
    private Person loggedIn(String email, String password) {
        var nobody = Person.nobodyAt(botyard.gateway());
        var session = json(nobody.post("/api/auth/login", Map.of("email", email, "password", password)));
        var refresh = session.path("refresh_token").asString();
        assertThat(refresh).isNotEmpty();
        secrets.add("a refresh token", refresh);
        var next = json(nobody.post("/api/auth/refresh", Map.of("refresh_token", refresh)));
        secrets.add("a refresh token", next.path("refresh_token").asString());
        heard.by(nobody.post("/api/auth/logout", Map.of("refresh_token", refresh + "?")));
        var person = Person.loggedInAt(botyard.gateway(), email, password);
        for (var access : List.of(
                session.path("access_token").asString(),
                next.path("access_token").asString(),
                person.bearer())) {
            secrets.add("an access token", access.substring(access.lastIndexOf('.') + 1));
        }
        return person;
    }
}
