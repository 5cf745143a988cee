package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.RefusalCode;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.sandbox.fault.Fault;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has to wait longer than 5 s waits in Postgres, in its order, and ends there when nothing is to come of it. */
@ExtendWith(SharedWorker.class)
class ParkingTest {

    private final WorkerRig rig;
    private final Waiting waiting;

    ParkingTest(WorkerRig rig) {
        this.rig = rig;
        this.waiting = new Waiting(rig);
    }

    @Test
    void aGatedChatGoesOnInOrderWhenItsGateOpensAndHoldsUpNobodyElse() {
        var row = rig.verified(9_001);
        rig.sandbox.faults().add(Fault.tooManyRequests(8).forBot(14_001).forChat(42));
        var calls = waiting.calls(9_001, row, "42", 20);
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(9_001) == 20);
        var elsewhere = rig.commands.sendMessage(9_001, row, "43", "elsewhere");
        rig.send(elsewhere);
        assertThat(rig.outcomeOf(elsewhere.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(waiting.parked(9_001)).isEqualTo(20);
        assertThat(rig.said(CallParked.class))
                .extracting(said -> said.head().commandId())
                .containsAll(Waiting.ids(calls));
        waiting.assertAllSucceed(calls);
        assertThat(rig.outcomeOf(calls.getFirst().commandId()))
                .isInstanceOfSatisfying(
                        CallSucceeded.class,
                        done -> assertThat(done.call().throttled()).isEqualTo(1));
        assertThat(rig.sent(9_001).stream()
                        .filter(sent -> "42".equals(sent.text("chat_id")))
                        .map(sent -> sent.text("text"))
                        .skip(1))
                .containsExactlyElementsOf(Waiting.texts(20));
        assertThat(waiting.parked(9_001)).isZero();
    }

    @Test
    void whatIsParkedEndsAtOnceWhenItsBotIsSuspendedOrRemoved() {
        var row = rig.verified(9_004);
        rig.sandbox
                .faults()
                .add(Fault.tooManyRequests(3_600).forBot(14_004).forChat(42).times(2));
        var calls = waiting.calls(9_004, row, "42", 10);
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(9_004) == 10);
        rig.ask(rig.commands.suspendBot(9_004));
        assertThat(Waiting.ids(calls))
                .allSatisfy(
                        call -> assertThat(Waiting.refusal(rig.outcomeOf(call))).isEqualTo(RefusalCode.BOT_SUSPENDED));
        assertThat(waiting.parked(9_004)).isZero();
        rig.ask(rig.commands.activateBot(9_004));

        var more = waiting.calls(9_004, row, "42", 10);
        more.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(9_004) == 10);
        rig.ask(rig.commands.removeBot(9_004));
        rig.verified(9_004);
        assertThat(Waiting.ids(more))
                .allSatisfy(
                        call -> assertThat(Waiting.refusal(rig.outcomeOf(call))).isEqualTo(RefusalCode.BOT_REMOVED));
        assertThat(rig.sent(9_004)).hasSize(1);
    }

    @Test
    void whatWaitsBehindAnOtherExpiresInItsTime() {
        var row = rig.verified(9_005);
        rig.sandbox.faults().add(Fault.tooManyRequests(3_600).forBot(14_005).forChat(42));
        var first = rig.commands.sendMessage(9_005, row, "42", "m0");
        rig.send(first);
        WorkerRig.patiently().until(() -> waiting.parked(9_005) == 1);
        var brief = rig.commands.expiringIn(Duration.ofSeconds(2)).sendMessage(9_005, row, "42", "m1");
        rig.send(brief);
        assertThat(rig.outcomeOf(brief.commandId())).isInstanceOf(CallExpired.class);
        assertThat(waiting.parked(9_005)).isEqualTo(1);
    }

    @Test
    void whatIsKeptAndWasNotToldIsToldAgain() {
        var verified =
                rig.ask(rig.commands.verifyBot(9_007, rig.register(9_007).id().value()));
        var event = verified.messageId();
        rig.change(
                "update bots.outbox set published_at = null, added_at = now() - interval '1 minute' where event_id = '"
                        + event + "'");
        WorkerRig.patiently()
                .until(() -> rig.events().stream()
                                .filter(told -> told.messageId().equals(event))
                                .count()
                        == 2);
        WorkerRig.patiently()
                .until(() -> rig.count("select count(*) from bots.outbox where published_at is null and event_id = '"
                                + event + "'")
                        == 0);
    }

    @Test
    void aCallWhoseEndIsWrittenTwiceCountsOnce() throws Exception {
        var row = rig.verified(9_010);
        rig.sandbox.faults().add(Fault.tooManyRequests(6).forBot(14_010).forChat(42));
        var calls = waiting.calls(9_010, row, "42", 3);
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(9_010) == 3);
        try (var database = rig.database.connect();
                var statement = database.createStatement()) {
            statement.execute("""
                    create sequence bots.told;
                    grant usage on bots.told to botyard_worker;
                    create function bots.fail_once() returns trigger language plpgsql as $$ begin
                        if old.event::jsonb ->> 'user_id' = '9010' and nextval('bots.told') = 1 then
                            raise exception 'away' using errcode = '57P01';
                        end if;
                        return old;
                    end $$;
                    create trigger fail_once before delete on bots.outbox
                        for each row execute function bots.fail_once()""");
        }
        // The first is told twice, under one id.
        assertThat(Waiting.ids(calls))
                .allSatisfy(call -> assertThat(rig.outcomeOf(call)).isInstanceOf(CallSucceeded.class));
        assertThat(waiting.parked(9_010)).isZero();
    }

    /** A repeat has to be looked for before a keyed call is set aside, and what came after it may be there sooner. */
    @Test
    void aCallThatIsStillOnItsWayGoesBeforeThoseThatCameAfterIt() throws Exception {
        var row = rig.verified(9_011);
        rig.sandbox.faults().add(Fault.tooManyRequests(6).forBot(14_011).forChat(42));
        var gated = rig.commands.sendMessage(9_011, row, "42", "meets the gate");
        rig.send(gated);
        WorkerRig.patiently().until(() -> waiting.parked(9_011) == 1);
        try (var hold = rig.database.connect();
                var statement = hold.createStatement()) {
            hold.setAutoCommit(false);
            statement.execute("lock table bots.keyed_call in access exclusive mode");
            rig.send(rig.commands.keyed().sendMessage(9_011, row, "42", "first"));
            rig.send(rig.commands.sendMessage(9_011, row, "42", "second"));
            WorkerRig.patiently().until(() -> waiting.parked(9_011) == 2);
            assertThat(rig.outcomeOf(gated.commandId())).isInstanceOf(CallSucceeded.class);
            WorkerRig.patiently()
                    .during(Duration.ofSeconds(2))
                    .until(() -> rig.sent(9_011).size() == 2);
            hold.rollback();
        }
        WorkerRig.patiently().until(() -> rig.sent(9_011).size() == 4);
        assertThat(rig.sent(9_011))
                .extracting(sent -> sent.text("text"))
                .containsExactly("meets the gate", "meets the gate", "first", "second");
    }

    /** Another owner may have met it shut for longer: an answer that was under way then does not open it sooner. */
    @Test
    void aGateThatIsKeptOnlyMovesLater() {
        var row = rig.verified(9_009);
        rig.change("insert into bots.gate values (9009, '42', "
                + new UserPartitions(4).of(new UserId(9_009))
                + ", now() + interval '1 hour', gen_random_uuid())");
        rig.sandbox.faults().add(Fault.tooManyRequests(8).forBot(14_009).forChat(42));
        var call = rig.commands.sendMessage(9_009, row, "42", "m0");
        rig.send(call);
        WorkerRig.patiently().until(() -> waiting.parked(9_009) == 1);
        assertThat(rig.count("select count(*) from bots.gate where user_id = 9009 and command_id = '"
                        + call.commandId().value() + "' and opens_at > now() + interval '50 minutes'"))
                .isEqualTo(1);
    }

    @Test
    void aSlowRateParksWhatItCannotServeSoon() {
        var row = rig.verified(9_006);
        rig.ask(rig.commands.changeRateLimits(9_006, row, "0.1", null));
        var calls = IntStream.range(0, 5)
                .mapToObj(chat -> rig.commands.sendMessage(9_006, row, "4" + chat, "m"))
                .toList();
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> waiting.parked(9_006) == 4);
        rig.ask(rig.commands.changeRateLimits(9_006, row, "30", null));
        waiting.assertAllSucceed(calls);
    }
}
