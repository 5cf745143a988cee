package io.botyard.audit.bed;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Trails of ten users with six entries each that were recorded and signed 200 days ago. */
public final class AgedTrails implements AutoCloseable {
    public static final int USERS = 10;
    public static final int OLD = 60;
    public static final Duration AGE = Duration.ofDays(200);
    public static final Map<String, Object> KEEPS_ALL = Map.of("botyard.audit.heads.every", "200ms");
    public static final Map<String, Object> KEEPS_100_DAYS = Map.of(
            "botyard.audit.heads.every", "200ms",
            "botyard.audit.retention", "100d",
            "botyard.audit.retention-every", "200ms");
    private static final Duration LONG = Duration.ofSeconds(60);
    private final AuditBed bed = AuditBed.fresh();
    private final Superuser superuser = new Superuser(bed);
    private final Message[] told = events(USERS, OLD);

    public AgedTrails() {
        var then = bed.start(Clock.offset(Clock.systemUTC(), AGE.negated()), KEEPS_ALL);
        bed.tell().send(Topic.BOT_EVENTS, told);
        awaitSigned(OLD);
        superuser.age(AGE);
        then.close();
    }

    public AuditBed bed() {
        return bed;
    }

    public Superuser superuser() {
        return superuser;
    }

    /** What the old entries were made of. */
    public Message[] told() {
        return told.clone();
    }

    /** One more event of so many users in turn. */
    public void happen(int users, int count) {
        bed.tell().send(Topic.BOT_EVENTS, events(users, count));
    }

    public void awaitSigned(int entries) {
        await().atMost(LONG)
                .until(() ->
                        Seals.hashes(bed).values().stream().mapToInt(List::size).sum() == entries);
    }

    public void awaitDropped() {
        await().atMost(LONG)
                .until(() -> bed.count("audit.entries WHERE recorded_at < now() - interval '150 days'") == 0);
    }

    public void awaitHeld(ConfigurableApplicationContext instance, int chains) {
        await().atMost(LONG)
                .until(() -> instance.getBean(MeterRegistry.class)
                                .get("botyard.audit.held.chains")
                                .gauge()
                                .value()
                        == chains);
    }

    public JsonNode verify(ConfigurableApplicationContext instance, String query) {
        return asked(instance, "/audit/verify" + query);
    }

    public JsonNode search(ConfigurableApplicationContext instance, String query) {
        return asked(instance, "/audit" + query);
    }

    public void assertIntact(ConfigurableApplicationContext instance, int entries) {
        var report = verify(instance, "");
        assertThat(report.get("verdict").stringValue()).as(report.toString()).isEqualTo("intact");
        assertThat(report.get("entries").intValue()).isEqualTo(entries);
    }

    private JsonNode asked(ConfigurableApplicationContext instance, String path) {
        var answer = Door.of(instance).get(path, bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Door.json(answer);
    }

    private static Message[] events(int users, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(newCommand(), 1 + i % users))
                .toArray(Message[]::new);
    }

    @Override
    public void close() {
        bed.close();
    }
}
