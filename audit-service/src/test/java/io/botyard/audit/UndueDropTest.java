package io.botyard.audit;

import static io.botyard.audit.bed.AgedTrails.AGE;
import static io.botyard.audit.bed.AgedTrails.KEEPS_100_DAYS;
import static io.botyard.audit.bed.AgedTrails.KEEPS_ALL;
import static io.botyard.audit.bed.AgedTrails.OLD;
import static io.botyard.audit.bed.AgedTrails.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.bed.AgedTrails;
import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Seals;
import io.botyard.audit.entry.proof.SealForm;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What went without a checkpoint that was signed here is missing, and what is no proven old entry does not go.
 */
@Tag("faults")
class UndueDropTest {
    @AutoClose
    private final AgedTrails trails = new AgedTrails();

    private final AuditBed bed = trails.bed();

    @Test
    void aMonthThatSomebodyDropsWithoutASignedCheckpointIsMissing() {
        var instance = bed.start(KEEPS_ALL);
        trails.happen(1, 1);
        trails.awaitSigned(OLD + 1);
        dropByTheServicesOwnMeans();
        var report = trails.verify(instance, "");
        assertThat(report.get("verdict").stringValue()).isEqualTo("broken");
        assertThat(report.get("broken_chains").intValue()).isEqualTo(USERS);
        assertThat(report.get("dropped_entries").intValue()).isZero();
        assertThat(report.get("broken").valueStream())
                .allSatisfy(
                        one -> assertThat(one.toString()).contains("\"first_broken_seq\":1,\"reason\":\"missing\""));
    }

    @Test
    void aCheckpointThatSomebodyElseMadeCountsNeitherInKafkaNorInTheDatabase() {
        bed.start(KEEPS_ALL).close();
        var newest = Seals.of(bed).stream()
                .filter(seal -> seal.partition() == 0)
                .reduce((_, later) -> later)
                .orElseThrow();
        var forged = forged(newest);
        var record = new MessageCodec("/somebody").encode(Topic.AUDIT_HEADS, forged);
        bed.tell().sendRaw(new ProducerRecord<>(record.topic(), 0, record.key(), record.value(), record.headers()));
        trails.superuser()
                .run(
                        "UPDATE audit.seals SET number = ?, record = ? WHERE partition = 0",
                        forged.number(),
                        WireJson.mapper().writeValueAsString(forged));
        dropByTheServicesOwnMeans();
        var instance = bed.start(KEEPS_ALL);
        trails.happen(USERS, USERS);
        trails.awaitSigned(OLD + USERS);
        var report = trails.verify(instance, "");
        assertThat(report.get("foreign_seals").intValue()).isEqualTo(1);
        assertThat(report.get("seal_problems").size()).isZero();
        assertThat(report.get("broken_chains").intValue()).isEqualTo(USERS);
        assertThat(report.get("dropped_entries").intValue()).isZero();
    }

    @Test
    void anOldMonthThatIsNotAsItWasSignedStays() {
        var before = bed.start(KEEPS_ALL);
        trails.superuser().rewrite(Chains.of(before, 4), 2);
        before.close();
        var instance = bed.start(KEEPS_100_DAYS);
        trails.awaitHeld(instance, 1);
        assertThat(bed.count("audit.entries")).isEqualTo(OLD);
        assertThat(trails.verify(instance, "?user_id=4").get("first_broken_seq").intValue())
                .isEqualTo(2);
    }

    @Test
    void anEntryThatOnlyTheDatabaseCallsOldStaysAndSoDoesItsMonth() {
        var before = bed.start(KEEPS_ALL);
        trails.happen(1, 1);
        trails.awaitSigned(OLD + 1);
        before.close();
        trails.superuser()
                .run("UPDATE audit.entries SET recorded_at = recorded_at - ?::interval WHERE seq = 7", AGE.toString());
        var instance = bed.start(KEEPS_100_DAYS);
        trails.awaitHeld(instance, 1);
        assertThat(bed.count("audit.entries")).isEqualTo(OLD + 1);
        trails.assertIntact(instance, OLD + 1);
    }

    /** What a superuser can do is the database's part of a drop, which believes what stands in the database. */
    private void dropByTheServicesOwnMeans() {
        trails.superuser().run("""
                INSERT INTO audit.checkpoints
                SELECT one, date_trunc('month', now() - interval '100 days', 'UTC') FROM generate_series(0, 2) one""");
        assertThat(bed.sql()
                        .sql("SELECT audit.drop_months(date_trunc('month', now() - interval '100 days', 'UTC'))")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(bed.count("audit.entries WHERE seq < 7")).isZero();
    }

    /** The seal that would come next, if the key had not been missing. */
    private static HeadsSigned forged(HeadsSigned newest) {
        var ends = new ArrayList<HeadsSigned.End>();
        for (var head : newest.heads()) {
            ends.add(
                    new HeadsSigned.End(head.userId(), head.seq(), head.hashes().getLast(), "0".repeat(64)));
        }
        return new HeadsSigned(
                newest.partition(),
                newest.number() + 1,
                SealForm.hash(newest).hex(),
                newest.at(),
                newest.sources(),
                List.of(),
                List.of(),
                new HeadsSigned.Checkpoint(newest.at(), ends),
                newest.keyId(),
                newest.signature());
    }
}
