package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.botyard.contract.command.RegisterBot;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No secret is ever logged, not even by a curious operator who turned the frameworks' logs up. */
@SharesWorld
class SecrecyTest {

    private static final List<String> LOUD =
            List.of("io.botyard", "org.springframework", "com.zaxxer", "com.hazelcast");

    private final World world = World.shared();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        LOUD.forEach(name -> logger(name).setLevel(Level.DEBUG));
        // Gateways log while a test reads.
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    }

    @AfterEach
    void hush() {
        LOUD.forEach(name -> logger(name).setLevel(null));
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    @Test
    void neitherTokensNorPasswordsAreLogged() {
        var tenant = world.tenant();
        var login = world.session(tenant.email());
        var session = login.field("access_token");
        var refresh = login.field("refresh_token");
        var key = tenant.http()
                .post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}")
                .field("key");
        world.gateway.client().bearing(key).get("/api/user-bot/status");
        for (var more : List.of("", ",\"more\":1", "}")) {
            world.gateway.client().post("/api/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"" + more + "}");
        }
        var token = Tokens.of(4711).value();
        world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
        tenant.http().post("/api/user-bot/create", "{\"bot_token\":\"" + token + "\"}");
        tenant.http().post("/api/user-bot/create", "{\"bot_token\":\"" + token + "x!\",\"more\":\"" + token + "\"}");
        tenant.http().post("/api/user-bot/create", "{\"bot_token\":\"" + token + "x!\"}");
        tenant.http().post("/api/user-bot/create", "{\"bot_token\":\"" + token + "\"");
        world.gateway
                .client()
                .post(
                        "/api/auth/register",
                        "{\"email\":\"x\",\"username\":\"\",\"password\":\"" + World.PASSWORD + "\"}");
        try (var live = LiveClient.ready(world.gateway, session)) {
            live.says(LiveClient.auth(session)).says(session);
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("error")).hasSize(2));
            assertThat(live.frames()).noneMatch(frame -> frame.toString().contains(session));
        }
        assertThat(log.list).isNotEmpty();
        var secrets = List.of(token, World.PASSWORD, session, refresh, key);
        assertThat(secrets).allMatch(secret -> secret.length() > 16);
        assertThat(log.list.stream()
                        .flatMap(SecrecyTest::text)
                        .filter(line -> secrets.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    private static Stream<String> text(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return Stream.of(
                event.getFormattedMessage(),
                String.valueOf(event.getKeyValuePairs()),
                failure == null ? "" : String.valueOf(failure.getMessage()));
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
