package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.Seals;
import io.botyard.audit.bed.Superuser;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Whatever a superuser of the database does to a trail is found, with the first entry that is not as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long USERS = 16;
    private AuditBed bed;
    private ConfigurableApplicationContext instance;
    private Superuser superuser;

    /** Everybody has six entries, signed two by two. */
    @BeforeAll
    void setUp() {
        bed = AuditBed.fresh();
        instance = bed.start(Map.of("botyard.audit.heads.every", "200ms"));
        superuser = new Superuser(bed);
        for (var round = 1; round <= 3; round++) {
            LongStream.rangeClosed(1, USERS).forEach(user -> happens(user, 2));
            awaitSigned(USERS * 2 * round);
        }
    }

    @AfterAll
    void tearDown() {
        bed.close();
    }

    @Test
    void anUntouchedTrailIsIntact() {
        var answer = verify(1);
        assertThat(answer.get("intact").booleanValue()).isTrue();
        assertThat(answer.get("verdict").stringValue()).isEqualTo("intact");
        assertThat(answer.get("entries").longValue()).isEqualTo(6);
        assertThat(answer.get("first_broken_seq").isNull()).isTrue();
        assertThat(answer.get("head_hash").stringValue())
                .isEqualTo(Chains.of(instance, 1).getLast().hash().hex());
        assertThat(answer.get("unsigned_entries").longValue()).isZero();
        assertThat(answer.get("signed_at").isString()).isTrue();
    }

    @Test
    void anEntryThatIsChanged() {
        superuser.run("UPDATE audit.entries SET outcome = 'refused' WHERE user_id = 2 AND seq = 3");
        assertBroken(2, 3, "changed");
    }

    @Test
    void anEntryThatIsChangedIntoWhatNoEntryCouldBe() {
        superuser.run("UPDATE audit.entries SET actor_role = 'god', hash = '' WHERE user_id = 3 AND seq = 2");
        assertBroken(3, 2, "changed");
    }

    @Test
    void anEntryThatIsDeleted() {
        superuser.run("DELETE FROM audit.entries WHERE user_id = 4 AND seq = 3");
        assertBroken(4, 3, "missing");
    }

    @Test
    void anEntryThatIsDeletedWithTheGapClosed() {
        superuser.run("DELETE FROM audit.entries WHERE user_id = 5 AND seq = 3");
        superuser.renumber(5, 4, -1);
        assertBroken(5, 3, "missing");
    }

    @Test
    void anEntryThatIsInsertedBesideAnother() {
        superuser.copyOf(6, 3, 3);
        assertBroken(6, 3, "inserted");
    }

    @Test
    void anEntryThatIsInsertedWithTheOthersMovedUp() {
        superuser.renumber(7, 3, 1);
        superuser.copyOf(7, 5, 3);
        assertBroken(7, 3, "inserted");
    }

    @Test
    void entriesThatChangePlaces() {
        superuser.run("UPDATE audit.entries SET seq = 6 - seq - 100 WHERE user_id = 8 AND seq IN (2, 4)");
        superuser.run("UPDATE audit.entries SET seq = seq + 100 WHERE user_id = 8 AND seq < 0");
        assertBroken(8, 2, "reordered");
    }

    @Test
    void aTailThatIsCutWithTheHeadMovedBack() {
        var chain = Chains.of(instance, 9);
        superuser.run("DELETE FROM audit.entries WHERE user_id = 9 AND seq >= 5");
        superuser.moveHead(chain.get(3).head());
        assertBroken(9, 5, "tail_cut");
    }

    @Test
    void aChainThatIsReplacedAsAWholeWithHashesThatFit() {
        superuser.rewrite(Chains.of(instance, 10), 1);
        Chains.assertIntact(instance, 10);
        assertBroken(10, 1, "replaced");
    }

    @Test
    void aChainThatIsReplacedFromOneEntryOnAndContinuedByTheServiceItself() {
        superuser.rewrite(Chains.of(instance, 11), 4);
        happens(11, 1);
        await().atMost(LONG).until(() -> Seals.hashes(bed, 11).size() == 7);
        Chains.assertIntact(instance, 11);
        assertBroken(11, 4, "replaced");
    }

    @Test
    void aChainThatVanishes() {
        superuser.forget(new UserId(12));
        assertBroken(12, 1, "missing");
    }

    @Test
    void anEntryThatNobodyRecordedAtTheEndOfAChain() {
        superuser.append(Chains.of(instance, 13), "2026-01-01 00:00:00+00");
        Chains.assertIntact(instance, 13);
        assertBroken(13, 7, "never_signed");
    }

    @Test
    void anEntryThatNobodyRecordedAndOnWhichTheServiceWentOn() {
        superuser.append(Chains.of(instance, 14), "2026-11-27 00:00:00+00");
        happens(14, 2);
        await().atMost(LONG).until(() -> Seals.hashes(bed, 14).size() == 8);
        Chains.assertIntact(instance, 14);
        assertBroken(14, 7, "never_signed");
    }

    @Test
    void aUserWhoNeverWas() {
        superuser.run("""
                INSERT INTO audit.entries SELECT recorded_at - interval '1 day', 666, 1, gen_random_uuid(), at, actor_id,
                    actor_role, actor_via, ip, user_agent, action, outcome, details, request_id, hash
                FROM audit.entries WHERE user_id = 15 AND seq = 1""");
        assertBroken(666, 1, "changed");
    }

    @Test
    void aParameterThatIsNoneIsAProblem() {
        var admin = bed.gateway().token(1, "admin");
        assertThat(Door.of(instance).get("/audit/verify?user_id=x", admin).statusCode())
                .isEqualTo(422);
        assertThat(Door.of(instance).get("/audit/verify?who=1", admin).statusCode())
                .isEqualTo(422);
        assertThat(Door.of(instance)
                        .get("/audit/verify", bed.gateway().token(1, "user"))
                        .statusCode())
                .isEqualTo(403);
    }

    private void assertBroken(long user, long seq, String reason) {
        var answer = verify(user);
        assertThat(answer.get("intact").booleanValue()).isFalse();
        assertThat(answer.get("verdict").stringValue()).isEqualTo("broken");
        assertThat(answer.get("first_broken_seq").longValue()).isEqualTo(seq);
        assertThat(answer.get("broken").get(0).get("reason").stringValue()).isEqualTo(reason);
        assertThat(verify(1).get("intact").booleanValue()).isTrue();
        assertThat(everybody().get("broken").valueStream())
                .anySatisfy(one -> assertThat(one.toString())
                        .isEqualTo("{\"user_id\":" + user + ",\"first_broken_seq\":" + seq + ",\"reason\":\"" + reason
                                + "\"}"));
    }

    private JsonNode verify(long user) {
        return asked("?user_id=" + user);
    }

    private JsonNode everybody() {
        return asked("");
    }

    private JsonNode asked(String query) {
        var answer =
                Door.of(instance).get("/audit/verify" + query, bed.gateway().token(1, "admin"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Door.json(answer);
    }

    private void happens(long user, int times) {
        for (var i = 0; i < times; i++) {
            bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), user));
        }
    }

    private void awaitSigned(long entries) {
        await().atMost(LONG)
                .until(() -> Seals.hashes(bed).values().stream()
                                .mapToLong(List::size)
                                .sum()
                        == entries);
    }
}
