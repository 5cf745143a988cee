package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.NOON;
import static io.botyard.audit.bed.Happenings.failed;
import static io.botyard.audit.bed.Happenings.head;
import static io.botyard.audit.bed.Happenings.loggedIn;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static io.botyard.audit.bed.Happenings.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Door;
import io.botyard.contract.Actor;
import io.botyard.contract.CommandId;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import io.botyard.contract.event.CallError;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TopicReader;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever a browser, a bot or Telegram puts into a text, it is kept, and stops nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    private static final String NASTY = "a\0b\uD800c'\"\\; DROP TABLE entries; --\u202E\uFFFF\r\n";

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    private final ConfigurableApplicationContext instance = bed.start();

    @Test
    void aHostileUserAgentIsKeptCleanedAndTheChainVerifies() {
        var actor = new Actor(new UserId(41), Role.USER, Via.SESSION, NASTY, NASTY.repeat(1000));
        bed.tell().send(Topic.AUDIT_ACCESS, loggedIn(actor));
        bed.tell().send(Topic.BOT_EVENTS, registered(head(newCommand(), "bot_registered", actor, NOON)));
        await().atMost(Duration.ofSeconds(20)).until(bed::everythingIsRead);
        assertThat(Chains.of(instance, 41))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.says().actor().userAgent())
                        .hasSize(512)
                        .startsWith("a\uFFFDb\uFFFDc'\"\\; DROP TABLE"));
        Chains.assertIntact(instance, 41);
        assertNothingSetAside(Topic.AUDIT_ACCESS);
        assertNothingSetAside(Topic.BOT_EVENTS);
    }

    @Test
    void aHostileResultAndErrorAreKeptAsJson() {
        var done = newCommand();
        var wrong = newCommand();
        var error = new CallError("telegram_refused", NASTY, new CallError.TelegramError(400, NASTY, null));
        bed.tell()
                .send(
                        Topic.BOT_OUTCOMES,
                        succeeded(
                                done, 42, "{\"text\":\"a\\u0000b\\ud800c\",\"n\":1e400,\"big\":123456789012345678901}"),
                        failed(wrong, 42, error));
        await().atMost(Duration.ofSeconds(20)).until(bed::everythingIsRead);
        assertThat(operation(done)).contains("123456789012345678901").contains("\"status\":\"succeeded\"");
        assertThat(operation(wrong)).contains("DROP TABLE entries");
        assertNothingSetAside(Topic.BOT_OUTCOMES);
    }

    private String operation(CommandId id) {
        var answer = Door.of(instance).get("/operations/" + id, bed.gateway().token(42, "user"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Door.json(answer).toString();
    }

    private void assertNothingSetAside(Topic topic) {
        try (var reader = TopicReader.of(bed.broker().connection(), topic.deadLetterName())) {
            assertThat(reader.records()).isEmpty();
        }
    }
}
