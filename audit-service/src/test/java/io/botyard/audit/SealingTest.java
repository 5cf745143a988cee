package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.loggedIn;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.OldNews;
import io.botyard.audit.bed.Seals;
import io.botyard.audit.entry.proof.Signatures.Verdict;
import io.botyard.audit.trail.seal.PublicKeys;
import io.botyard.contract.Message;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Actors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Every entry's hash is signed within a minute, where whoever has the database alone cannot take it away. */
@Tag("faults")
class SealingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, Object> OFTEN = Map.of("botyard.audit.heads.every", "200ms");
    private static final Map<String, Object> NEVER = Map.of("botyard.audit.heads.every", "5m");

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    @Test
    void everyEntryIsSignedByAKeyThatIsPublishedAndSealsAreAChain() {
        bed.start(OFTEN);
        for (var round = 0; round < 3; round++) {
            bed.tell().send(Topic.BOT_EVENTS, events(60));
            bed.tell().send(Topic.AUDIT_ACCESS, loggedIn(Actors.user(41)));
            awaitSigned();
        }
        assertThat(Seals.hashes(bed)).isEqualTo(recorded());
        assertThat(Seals.outOfLine(bed)).isEmpty();
        var keys = PublicKeys.in(bed.keys());
        assertThat(Seals.of(bed)).hasSizeGreaterThan(3).allMatch(seal -> keys.of(seal) == Verdict.GOOD);
        var seal = Seals.of(bed).getLast();
        assertThat(seal.sources().stream().map(HeadsSigned.Source::topic)).contains("audit.access", "bot.events");
    }

    @Test
    void aSealThatIsChangedInAnyPlaceIsForged() {
        bed.start(OFTEN);
        bed.tell().send(Topic.BOT_EVENTS, events(3));
        awaitSigned();
        var keys = PublicKeys.in(bed.keys());
        var seal = Seals.of(bed).getFirst();
        var one = seal.heads().getFirst();
        var other = new HeadsSigned.Head(one.userId(), one.seq(), List.of("0".repeat(64)));
        assertThat(keys.of(with(seal, seal.number() + 1, seal.heads()))).isEqualTo(Verdict.FORGED);
        assertThat(keys.of(with(seal, seal.number(), List.of(other)))).isEqualTo(Verdict.FORGED);
        assertThat(keys.of(with(seal, seal.number(), seal.heads()))).isEqualTo(Verdict.GOOD);
    }

    @Test
    void aStopSignsWhatWaits() {
        var instance = bed.start(NEVER);
        bed.tell().send(Topic.BOT_EVENTS, events(30));
        await().atMost(LONG).until(() -> bed.everythingIsRead());
        assertThat(Seals.of(bed)).isEmpty();
        instance.close();
        assertThat(Seals.hashes(bed)).isEqualTo(recorded());
    }

    @Test
    void whatWasRecordedAndNotSignedBeforeABreakIsFoundAgainAndSigned() {
        var first = bed.start(OFTEN);
        bed.tell().send(Topic.BOT_EVENTS, events(30));
        awaitSigned();
        first.close();
        var second = bed.start(NEVER);
        bed.tell().send(Topic.BOT_EVENTS, events(30));
        bed.tell().send(Topic.AUDIT_ACCESS, loggedIn(Actors.user(5)));
        await().atMost(LONG).until(() -> bed.everythingIsRead());
        takeTheDatabaseAwayUntilItsNoticed(second);
        await().atMost(LONG).until(() -> bed.everythingIsRead());
        second.close();
        assertThat(Seals.hashes(bed)).isEqualTo(recorded());
        assertThat(Seals.outOfLine(bed)).isEmpty();
    }

    @Test
    void whatWasRecordedBeforeAnythingWasSignedIsSignedInEachPartitionAtTheFirstStart() {
        bed.tell().send(Topic.BOT_EVENTS, events(9_000));
        var unsigned = bed.start(NEVER);
        await().atMost(LONG).until(() -> bed.everythingIsRead());
        unsigned.close();
        bed.sql().sql("DELETE FROM audit.seals").update();
        new OldNews(bed).isGoneFrom(Topic.AUDIT_HEADS);
        assertThat(Seals.of(bed)).isEmpty();
        bed.start(OFTEN);
        awaitSigned();
        assertThat(Seals.outOfLine(bed)).isEmpty();
        assertThat(Seals.of(bed).stream().map(HeadsSigned::partition)).contains(0, 1, 2);
    }

    @Test
    void severalInstancesSignEveryEntryInOneLineOfSeals() {
        bed.tell().send(Topic.BOT_EVENTS, events(1500));
        var first = bed.start(OFTEN);
        bed.start(OFTEN);
        bed.tell().send(Topic.BOT_EVENTS, events(1500));
        await().atMost(LONG).until(() -> bed.count("audit.entries") > 1700);
        first.close();
        bed.tell().send(Topic.BOT_EVENTS, events(500));
        awaitSigned();
        assertThat(Seals.outOfLine(bed)).isEmpty();
    }

    @Test
    void anEntryThatOnlyTheDatabaseTellsOfIsNotSignedAlsoAfterABreak() {
        var first = bed.start(OFTEN);
        bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), 41), registered(newCommand(), 41));
        awaitSigned();
        first.close();
        forgeOneMore(41);
        var second = bed.start(NEVER);
        bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), 41));
        await().atMost(LONG).until(() -> bed.everythingIsRead());
        forgeOneMore(41);
        takeTheDatabaseAwayUntilItsNoticed(second);
        bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), 41));
        await().atMost(LONG).until(() -> bed.everythingIsRead());
        second.close();
        assertThat(recorded().get(41L)).hasSize(6);
        assertThat(Seals.hashes(bed, 41)).hasSize(4).doesNotContain("a".repeat(64));
    }

    @Test
    void anotherKeySignsWhenAnOperatorAsksForOneAndTheOldOneStaysGoodForWhatItSigned() throws IOException {
        bed.start(OFTEN);
        bed.tell().send(Topic.BOT_EVENTS, events(3));
        awaitSigned();
        Files.createFile(bed.keys().resolve("rotate"));
        bed.tell().send(Topic.BOT_EVENTS, events(3));
        awaitSigned();
        try (var files = Files.newDirectoryStream(bed.keys(), "signing-*.json")) {
            for (var file : files) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                Files.delete(file);
            }
        }
        var keys = PublicKeys.in(bed.keys());
        assertThat(Seals.of(bed).stream().map(HeadsSigned::keyId).distinct()).hasSize(2);
        assertThat(Seals.of(bed)).allMatch(seal -> keys.of(seal) == Verdict.GOOD);
        assertThat(keys.published()).doesNotContain("\"d\"");
    }

    @Test
    void aTopicThatSomebodyLetsForgetIsKeptForEverAgain() throws Exception {
        var heads = new ConfigResource(ConfigResource.Type.TOPIC, Topic.AUDIT_HEADS.topicName());
        try (var admin = Admin.create(bed.broker().connection().admin())) {
            admin.incrementalAlterConfigs(Map.of(
                            heads,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            bed.start(OFTEN);
            await().atMost(LONG).untilAsserted(() -> {
                var config = admin.describeConfigs(List.of(heads)).all().get().values();
                assertThat(config).singleElement().satisfies(settings -> {
                    assertThat(settings.get("cleanup.policy").value()).isEqualTo("delete");
                    assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
                });
            });
        }
    }

    private void awaitSigned() {
        await().atMost(LONG)
                .until(() -> bed.everythingIsRead() && Seals.hashes(bed).equals(recorded()));
    }

    private Map<Long, List<String>> recorded() {
        return bed
                .sql()
                .sql("SELECT user_id, hash FROM audit.entries ORDER BY user_id, seq")
                .query((row, _) -> Map.entry(row.getLong("user_id"), row.getString("hash")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private void takeTheDatabaseAwayUntilItsNoticed(ConfigurableApplicationContext instance) {
        var management = Door.ofManagement(instance);
        bed.sql().sql("ALTER TABLE audit.positions RENAME TO away").update();
        bed.tell().send(Topic.BOT_EVENTS, events(1));
        await().atMost(LONG)
                .until(() -> management.get("/actuator/health/readiness").statusCode() == 503);
        bed.sql().sql("ALTER TABLE audit.away RENAME TO positions").update();
    }

    private void forgeOneMore(long user) {
        bed.sql().sql("""
                        INSERT INTO audit.entries SELECT recorded_at, user_id, seq + 1, gen_random_uuid(), at, actor_id,
                            actor_role, actor_via, ip, user_agent, action, outcome, details, request_id, repeat('a', 64)
                        FROM audit.entries WHERE user_id = ? ORDER BY seq DESC LIMIT 1""").param(user).update();
        bed.sql()
                .sql("UPDATE audit.chain_heads SET seq = seq + 1, hash = repeat('a', 64) WHERE user_id = ?")
                .param(user)
                .update();
    }

    private static Message[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(newCommand(), 1 + i % 10))
                .toArray(Message[]::new);
    }

    private static HeadsSigned with(HeadsSigned seal, long number, List<HeadsSigned.Head> heads) {
        return new HeadsSigned(
                seal.partition(),
                number,
                seal.previous(),
                seal.at(),
                seal.sources(),
                heads,
                seal.others(),
                seal.checkpoint(),
                seal.keyId(),
                seal.signature());
    }
}
