package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSecurity;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import io.botyard.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With TLS, logins and the committed ACLs everything works, and nothing else does. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int GIVEN_UP_MS = 5_000;

    private SecuredDeployment botyard;
    private Authority stranger;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        stranger = Authority.in(directory.resolve("stranger"));
        botyard = SecuredDeployment.start(directory.resolve("botyard"));
    }

    @AfterAll
    void stop() {
        botyard.close();
    }

    @Test
    void aMessageReachesTelegramAndTheTrailSaysWhoDidIt() {
        var anna = Person.registeredAt(botyard.gateway(), "anna").withBot(720_001);
        var operation = anna.send("42", "hello");
        await().atMost(PATIENCE).until(() -> anna.statusOf(operation).equals("succeeded"));
        assertThat(new Ledger(botyard.telegram()).messagesOf(720_001)).hasSize(1);

        var root = Person.loggedInAt(botyard.gateway(), SecuredDeployment.ADMIN_EMAIL, Person.PASSWORD);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                json(root.get("/api/admin/audit?action=bot_verified&user_id=" + anna.id()))
                                        .path("items")
                                        .valueStream()
                                        .map(entry -> entry.at("/actor/id").asLong()))
                        .containsExactly(anna.id()));
    }

    @Test
    void theAuditServiceSeesHowTheWorkersStand() {
        var root = Person.loggedInAt(botyard.gateway(), SecuredDeployment.ADMIN_EMAIL, Person.PASSWORD);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var answer = root.get("/api/admin/fleet");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).path("unowned_partitions")).isEmpty();
            assertThat(json(answer).path("workers")).hasSize(1);
            assertThat(json(answer).path("lag")).hasSize(2);
        });
    }

    @Test
    void aWorkerAsksForAnotherCheckOfATokenThatTwoUsersBring() {
        Person.registeredAt(botyard.gateway(), "emil").withBot(720_002);
        var fritz = Person.registeredAt(botyard.gateway(), "fritz");
        fritz.post(
                "/api/user-bot/create", Map.of("bot_token", Tokens.of(720_002).value()));
        fritz.post("/api/user-bot/verify", Map.of());
        try (var commands = TopicReader.of(botyard.kafkaAs(SecuredDeployment.SUPER_USER), "bot.commands")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(commands.records())
                            .anyMatch(command -> new String(
                                            command.headers()
                                                    .lastHeader("ce_source")
                                                    .value(),
                                            StandardCharsets.UTF_8)
                                    .startsWith("/botyard/worker/")));
        }
    }

    @Test
    void whatCannotBeReadIsSetAsideByWhoeverReadsIt() {
        var topics = List.of("bot.commands", "bot.calls", "bot.events", "bot.outcomes", "audit.access");
        var admin = botyard.kafkaAs(SecuredDeployment.SUPER_USER);
        try (var writer = TopicWriter.to(admin)) {
            for (var topic : topics) {
                var _ = writer.sendRaw(
                        new ProducerRecord<>(topic, null, "1", "{poison".getBytes(StandardCharsets.UTF_8)));
            }
        }
        for (var topic : topics) {
            try (var letters = TopicReader.of(admin, topic + ".dlq")) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(letters.records()).as(topic).isNotEmpty());
            }
        }
    }

    @Test
    void nobodyReachesKafkaWithoutTlsAndALogin() {
        var user = SecuredDeployment.kafkaUser(Service.GATEWAY);
        var password = SecuredDeployment.kafkaPassword(user);
        var ca = botyard.authority().ca().toString();
        assertKafkaRefuses(new KafkaSecurity("PLAINTEXT", null, null, null, null), TimeoutException.class);
        assertKafkaRefuses(new KafkaSecurity("SASL_PLAINTEXT", null, user, password, null), TimeoutException.class);
        assertKafkaRefuses(new KafkaSecurity("SSL", null, null, null, ca), TimeoutException.class);
        assertKafkaRefuses(new KafkaSecurity(null, null, "nobody", password, ca), SaslAuthenticationException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aServiceLogsInToKafkaWithItsOwnPasswordAlone(Service service) {
        var user = SecuredDeployment.kafkaUser(service);
        var ca = botyard.authority().ca().toString();
        for (var other : List.of(SecuredDeployment.kafkaPassword(user) + "x", "superuser")) {
            assertKafkaRefuses(new KafkaSecurity(null, null, user, other, ca), SaslAuthenticationException.class);
        }
    }

    @Test
    void aBrokerCertifiedBySomebodyElseIsNotSpokenTo() {
        var user = SecuredDeployment.kafkaUser(Service.GATEWAY);
        var password = SecuredDeployment.kafkaPassword(user);
        assertKafkaRefuses(
                new KafkaSecurity(null, null, user, password, stranger.ca().toString()),
                SslAuthenticationException.class);
        // Nor one that the JDK does not know, where no authority is named.
        assertKafkaRefuses(new KafkaSecurity(null, null, user, password, null), SslAuthenticationException.class);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReachesPostgresWithoutTlsAndALogin(Service service) throws SQLException {
        var password = SecuredDeployment.databasePassword(service);
        var trusting = "?sslmode=verify-full&sslrootcert=" + botyard.authority().ca();
        connect(service, trusting, password).close();
        assertThatThrownBy(() -> connect(service, "?sslmode=disable", password)).hasMessageContaining("no encryption");
        assertThatThrownBy(() -> connect(service, trusting, password + "x"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> connect(service, "?sslmode=verify-full&sslrootcert=" + stranger.ca(), password))
                .hasStackTraceContaining("path");
    }

    @ParameterizedTest
    @EnumSource
    void aServiceWritesAndReadsWhatItHasToAndNoOtherTopic(Service service) {
        // So that there is something to read in all of them.
        var name = service.name().toLowerCase(Locale.ROOT);
        var somebody = Person.registeredAt(botyard.gateway(), name)
                .withBot(720_010 + List.of(Service.values()).indexOf(service));
        somebody.send("42", "hello");
        try (var user = botyard.kafkaUserOf(service)) {
            for (var topic : KafkaUser.topics()) {
                var attempt = assertThat(user.read(topic)).as("read " + topic);
                if (service.reads().contains(topic)) {
                    attempt.isNull();
                } else {
                    attempt.isInstanceOf(TopicAuthorizationException.class);
                }
            }
            for (var topic : KafkaUser.topics()) {
                if (!service.writes().contains(topic)) {
                    assertThat(user.write(topic)).as("write " + topic).isInstanceOf(TopicAuthorizationException.class);
                } else if (topic.endsWith(".dlq")) {
                    assertThat(user.write(topic)).as("write " + topic).isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceIsNoMemberOfAnothersGroup(Service service) {
        try (var user = botyard.kafkaUserOf(service)) {
            for (var group : List.of("bot-worker", "audit-service", "botyard-activity", "another")) {
                if (!service.groups().contains(group)) {
                    assertThat(user.commit(group, "bot.outcomes"))
                            .as(group)
                            .isInstanceOf(GroupAuthorizationException.class);
                    assertWatching(user, group, service.watches().contains(group));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceDoesNotRuleTheCluster(Service service) {
        try (var user = botyard.kafkaUserOf(service)) {
            assertThat(user.make("another")).isInstanceOf(TopicAuthorizationException.class);
            assertThat(user.delete("bot.events")).isInstanceOf(TopicAuthorizationException.class);
            assertThat(user.shorten("bot.events")).isInstanceOf(TopicAuthorizationException.class);
            assertThat(user.allowItselfEverything()).isInstanceOf(ClusterAuthorizationException.class);
            if (service != Service.GATEWAY) {
                assertThat(user.make("bot.commands")).isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    private static void assertWatching(KafkaUser user, String group, boolean mayWatch) {
        var attempt = assertThat(user.watch(group)).as("watch " + group);
        if (mayWatch) {
            attempt.isNull();
        } else {
            attempt.isInstanceOf(GroupAuthorizationException.class);
        }
    }

    private Connection connect(Service service, String tls, String password) throws SQLException {
        var role = "botyard_" + service.name().toLowerCase(Locale.ROOT);
        return DriverManager.getConnection(botyard.databaseUrl() + tls, role, password);
    }

    private void assertKafkaRefuses(KafkaSecurity security, Class<? extends Throwable> why) {
        try (var admin = Admin.create(impatient(botyard.kafka(security)))) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .as(why.getSimpleName())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(why);
        }
    }

    private static Map<String, Object> impatient(KafkaConnection kafka) {
        var settings = new HashMap<>(kafka.admin());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, GIVEN_UP_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVEN_UP_MS);
        return settings;
    }
}
