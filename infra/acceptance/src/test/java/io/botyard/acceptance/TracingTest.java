package io.botyard.acceptance;

import static io.botyard.acceptance.Person.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.CloudEvents;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import io.botyard.standalone.Standalone;
import io.botyard.standalone.StandaloneSettings;
import io.botyard.testkit.TopicReader;
import io.botyard.testkit.trace.CollectedSpan;
import io.botyard.testkit.trace.CollectorStandIn;
import io.botyard.tracing.Tracing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a collector is told: one trace from a client through all three services, and nothing that is somebody's secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CLIENT = "00f067aa0ba902b7";
    private static final String CHAT = "778899001122";
    private static final String TEXT = "written-to-one-reader";
    private static final String MESSAGE = "{\"chat_id\":\"" + CHAT + "\",\"text\":\"" + TEXT + "\"}";

    private final CollectorStandIn collector = CollectorStandIn.start();
    private Standalone botyard;
    private Person anna;

    @BeforeAll
    void start(@TempDir Path directory) {
        botyard = Standalone.start(StandaloneSettings.in(directory.resolve("botyard"))
                .extra(Map.of("botyard.tracing.endpoint", collector.uri().toString())));
        anna = Person.registeredAt(botyard.gateway(), "anna").withBot(710_001);
    }

    @AfterAll
    void stop() {
        botyard.close();
        collector.close();
    }

    @Test
    void aCallIsOneTraceFromItsClientThroughAllThreeServices() {
        var trace = trace();
        var operation = sent("POST", "/api/user-bot/messages", MESSAGE, trace);

        var ingested = span(trace, "audit-service", "ingest bot.outcomes");
        var request = span(trace, "api-gateway", "POST /api/user-bot/messages");
        var asked = span(trace, "api-gateway", "send bot.calls");
        var processed = span(trace, "bot-worker", "process bot.calls");
        assertThat(request.parent()).isEqualTo(CLIENT);
        assertThat(asked.parent()).isEqualTo(request.id());
        assertThat(processed.parent()).isEqualTo(asked.id());
        assertThat(span(trace, "audit-service", "ingest bot.calls").parent()).isEqualTo(asked.id());
        assertThat(span(trace, "bot-worker", "telegram sendMessage").parent()).isEqualTo(processed.id());
        var told = span(trace, "bot-worker", "send bot.outcomes");
        assertThat(told.parent()).isEqualTo(processed.id());
        assertThat(ingested.parent()).isEqualTo(told.id());
        assertThat(processed.attributes())
                .containsEntry("botyard.command_id", operation)
                .containsEntry("user.id", Long.toString(anna.id()))
                .containsEntry("telegram.method", "sendMessage")
                .containsEntry("botyard.outcome", "call_succeeded");
        assertThat(request.attributes())
                .containsEntry("http.response.status_code", "202")
                .containsEntry("botyard.command_id", operation);
    }

    @Test
    void aCommandIsOneTraceWhateverItWaitsForInTheWorker() {
        var trace = trace();
        sent("POST", "/api/user-bot/verify", "{}", trace);

        var told = span(trace, "bot-worker", "send bot.events");
        var processed = span(trace, "bot-worker", "process bot.commands");
        assertThat(processed.parent())
                .isEqualTo(span(trace, "api-gateway", "send bot.commands").id());
        assertThat(span(trace, "bot-worker", "telegram getMe").parent()).isEqualTo(processed.id());
        assertThat(told.parent()).isEqualTo(processed.id());
        assertThat(span(trace, "audit-service", "ingest bot.events").parent()).isEqualTo(told.id());
    }

    @Test
    void aCallThatWasSetAsideGoesOnInItsTrace() {
        var bert = Person.registeredAt(botyard.gateway(), "bert").withBot(710_002);
        fails("{\"bot_id\":710002,\"method\":\"sendMessage\",\"times\":1,\"error_code\":429,\"retry_after\":7}");
        var trace = trace();
        sent(bert, "POST", "/api/user-bot/messages", MESSAGE, trace);

        var resumed = span(trace, "bot-worker", "resume bot.calls");
        var processed = span(trace, "bot-worker", "process bot.calls");
        assertThat(resumed.parent()).isEqualTo(processed.id());
        assertThat(collector.of(trace))
                .filteredOn(span -> span.name().equals("telegram sendMessage"))
                .extracting(CollectedSpan::parent)
                .containsExactlyInAnyOrder(processed.id(), resumed.id());
        assertThat(resumed.attributes()).containsEntry("botyard.outcome", "call_succeeded");
    }

    @Test
    void whatTheGatewayAsksOfTheAuditServiceIsPartOfTheTrace() {
        var operation = anna.send(CHAT, TEXT);
        await().atMost(PATIENCE).until(() -> anna.statusOf(operation).equals("succeeded"));
        var trace = trace();
        anna.call("GET", "/api/operations/" + operation, "", Tracing.HEADER, traceparent(trace, "01"));

        var served = span(trace, "audit-service", "GET /operations/{id}");
        var asked = span(trace, "api-gateway", "GET audit-service");
        assertThat(served.parent()).isEqualTo(asked.id());
        assertThat(asked.parent())
                .isEqualTo(
                        span(trace, "api-gateway", "GET /api/operations/{id}").id());
    }

    @Test
    void whatAClientDoesNotWantToldIsPassedOnAndNotTold() {
        var trace = trace();
        anna.call("POST", "/api/user-bot/messages", MESSAGE, Tracing.HEADER, traceparent(trace, "00"));
        try (var outcomes =
                TopicReader.of(new KafkaConnection(botyard.kafka(), Map.of()), Topic.BOT_OUTCOMES.topicName())) {
            await().atMost(PATIENCE)
                    .until(() -> outcomes.records().stream()
                            .flatMap(record -> CloudEvents.read(record.headers(), Tracing.HEADER).stream())
                            .anyMatch(carried -> carried.startsWith("00-" + trace) && carried.endsWith("-00")));
        }
        assertThat(collector.of(trace)).isEmpty();
    }

    @Test
    @Tag("faults")
    void noSpanHoldsASecretOrWhatSomebodyWrote() {
        var marie = Person.registeredAt(botyard.gateway(), "marie");
        var mishaps = new Mishaps(botyard.sandbox().orElseThrow(), new Heard());
        mishaps.bringsABot(marie);
        mishaps.callsThatFail(marie);
        sent(marie, "POST", "/api/user-bot/messages", MESSAGE, trace());
        mishaps.namesTheTokenInUrlsAndHeaders(marie);
        mishaps.replacesAndRevokesTheToken(marie);
        var trace = trace();
        sent(marie, "POST", "/api/user-bot/verify", "{}", trace);
        var _ = span(trace, "audit-service", "ingest bot.events");

        var secrets = new Marks();
        secrets.add("the bot's token", Mishaps.secretOf(Mishaps.TOKEN));
        secrets.add("the bot's next token", Mishaps.secretOf(Mishaps.NEXT));
        secrets.add("an api_hash", Mishaps.HASH);
        secrets.add("a payment provider's token", Mishaps.PAYMENT);
        secrets.add("a password", Person.PASSWORD);
        secrets.add("a session", marie.bearer().substring(marie.bearer().lastIndexOf('.') + 1));
        secrets.add("a text", TEXT);
        secrets.add("a text", Mishaps.TEXT);
        secrets.add("a chat", CHAT);
        secrets.add("an address", "marie@example.org");
        var told = collector.spans().stream().map(CollectedSpan::all).toList();
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(secrets.in(Map.of("a span", told))).isEmpty();
        assertThat(collector.spans())
                .flatExtracting(span -> List.copyOf(span.attributes().keySet()))
                .doesNotContain("url.full", "url.path", "http.target");
    }

    private String sent(String method, String path, String body, String trace) {
        return sent(anna, method, path, body, trace);
    }

    private static String sent(Person who, String method, String path, String body, String trace) {
        var answer = who.call(method, path, body, Tracing.HEADER, traceparent(trace, "01"), "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).path("operation_id").asString();
    }

    private void fails(String fault) {
        var answer = Person.nobodyAt(botyard.sandbox().orElseThrow()).call("POST", "/sandbox/faults", fault);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private CollectedSpan span(String trace, String service, String name) {
        await(name)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(named(trace, service, name))
                        .as(collector.of(trace).toString())
                        .isNotEmpty());
        return named(trace, service, name).getFirst();
    }

    private List<CollectedSpan> named(String trace, String service, String name) {
        return collector.of(trace).stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .toList();
    }

    private static String trace() {
        var id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static String traceparent(String trace, String flags) {
        return "00-" + trace + "-" + CLIENT + "-" + flags;
    }
}
