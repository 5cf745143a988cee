package io.botyard.audit;

import static io.botyard.audit.bed.AgedTrails.KEEPS_100_DAYS;
import static io.botyard.audit.bed.AgedTrails.KEEPS_ALL;
import static io.botyard.audit.bed.AgedTrails.OLD;
import static io.botyard.audit.bed.AgedTrails.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AgedTrails;
import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Seals;
import io.botyard.audit.entry.proof.Signatures.Verdict;
import io.botyard.audit.trail.seal.PublicKeys;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.Topic;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Old months go after signed checkpoints said where the chains begin then, and what is left verifies, whoever dies when.
 */
@Tag("faults")
class RetentionTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OF_USERS = "audit.entries WHERE user_id > 0";

    /** Reading again from the start looks like an older database, and each partition says so. */
    private static final int RESTORED = AuditBed.PARTITIONS;

    @AutoClose
    private final AgedTrails trails = new AgedTrails();

    private final AuditBed bed = trails.bed();

    @Test
    void whatIsLeftVerifiesAndTheReportSaysWhatWasDropped() {
        var before = bed.start(KEEPS_ALL);
        trails.happen(5, 10);
        trails.awaitSigned(OLD + 10);
        var cursor =
                trails.search(before, "?user_id=3&limit=4").get("next_cursor").stringValue();
        before.close();
        var instance = bed.start(KEEPS_100_DAYS);
        trails.awaitDropped();
        var report = trails.verify(instance, "");
        assertThat(report.get("verdict").stringValue()).isEqualTo("intact");
        assertThat(report.get("chains").intValue()).isEqualTo(USERS);
        assertThat(report.get("entries").intValue()).isEqualTo(10);
        assertThat(report.get("dropped_entries").intValue()).isEqualTo(OLD);
        assertThat(report.get("dropped_before").stringValue()).endsWith("-01T00:00:00.000Z");
        assertThat(Seals.of(bed).stream().filter(seal -> seal.checkpoint() != null))
                .isNotEmpty()
                .allSatisfy(seal -> {
                    var keys = PublicKeys.in(bed.keys());
                    assertThat(keys.of(seal)).isEqualTo(Verdict.GOOD);
                    assertThat(keys.of(letsGoOneMore(seal))).isEqualTo(Verdict.FORGED);
                });
        assertThat(trails.search(instance, "?user_id=3&limit=4&cursor=" + cursor)
                        .get("items")
                        .size())
                .isZero();
        trails.happen(USERS, USERS);
        trails.awaitSigned(OLD + 10 + USERS);
        assertThat(Chains.of(instance, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.seq()).isEqualTo(7));
        trails.assertIntact(instance, 10 + USERS);
    }

    @Test
    void whatWasDroppedDoesNotComeBackWhenEverythingIsReadAgain() {
        var instance = bed.start(KEEPS_100_DAYS);
        trails.awaitDropped();
        bed.sql().sql("UPDATE audit.positions SET next = 0").update();
        bed.tell().send(Topic.BOT_EVENTS, trails.told());
        trails.happen(1, 1);
        await().atMost(LONG).until(() -> bed.everythingIsRead() && bed.count(OF_USERS) == 1);
        trails.awaitSigned(OLD + 1 + RESTORED);
        assertThat(Chains.of(instance, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.seq()).isEqualTo(7));
        trails.assertIntact(instance, 1 + RESTORED);
    }

    @Test
    void betweenCheckpointAndDropEverythingIsStillComparedAndTheNextInstanceDrops() throws SQLException {
        try (var reader = bed.database().connect();
                var sql = reader.createStatement()) {
            reader.setAutoCommit(false);
            sql.executeQuery("SELECT count(*) FROM audit.entries").close();
            var first = bed.start(KEEPS_100_DAYS);
            await().atMost(LONG).until(() -> bed.count("audit.checkpoints") == AuditBed.PARTITIONS);
            first.close();
            reader.rollback();
        }
        var allowed = checkpoints();
        assertThat(allowed).hasSize(USERS);
        var between = bed.start(KEEPS_ALL);
        trails.assertIntact(between, OLD);
        trails.superuser().run("UPDATE audit.entries SET outcome = 'refused' WHERE user_id = 4 AND seq = 2");
        var broken = trails.verify(between, "?user_id=4");
        assertThat(broken.get("first_broken_seq").intValue()).isEqualTo(2);
        assertThat(broken.get("broken").get(0).get("reason").stringValue()).isEqualTo("changed");
        trails.superuser().run("UPDATE audit.entries SET outcome = 'ok' WHERE user_id = 4 AND seq = 2");
        between.close();
        var second = bed.start(KEEPS_100_DAYS);
        trails.awaitDropped();
        assertThat(checkpoints()).isEqualTo(allowed);
        trails.assertIntact(second, 0);
    }

    @Test
    void twoInstancesAtOnceDropOnceAndSignInOneLine() {
        var first = bed.start(KEEPS_100_DAYS);
        bed.start(KEEPS_100_DAYS);
        trails.happen(USERS, 300);
        trails.awaitDropped();
        trails.awaitSigned(OLD + 300);
        assertThat(Seals.outOfLine(bed)).isEmpty();
        trails.assertIntact(first, 300);
    }

    @Test
    void aBackupFromBeforeTheDropVerifiesAndIsDroppedAgain() {
        trails.superuser().copyEverything();
        var dropping = bed.start(KEEPS_100_DAYS);
        trails.awaitDropped();
        dropping.close();
        trails.superuser().putEverythingBack();
        var restored = bed.start(KEEPS_ALL);
        trails.assertIntact(restored, OLD);
        restored.close();
        var again = bed.start(KEEPS_100_DAYS);
        trails.awaitDropped();
        trails.assertIntact(again, 0);
    }

    private List<HeadsSigned.End> checkpoints() {
        return Seals.of(bed).stream()
                .map(HeadsSigned::checkpoint)
                .filter(Objects::nonNull)
                .flatMap(checkpoint -> Objects.requireNonNull(checkpoint).ends().stream())
                .toList();
    }

    private static HeadsSigned letsGoOneMore(HeadsSigned seal) {
        var checkpoint = Objects.requireNonNull(seal.checkpoint());
        var ends = checkpoint.ends().stream()
                .map(end -> new HeadsSigned.End(end.userId(), end.seq() + 1, end.hash(), end.all()))
                .toList();
        return new HeadsSigned(
                seal.partition(),
                seal.number(),
                seal.previous(),
                seal.at(),
                seal.sources(),
                seal.heads(),
                seal.others(),
                new HeadsSigned.Checkpoint(checkpoint.before(), ends),
                seal.keyId(),
                seal.signature());
    }
}
