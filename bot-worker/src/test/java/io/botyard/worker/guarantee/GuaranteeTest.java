package io.botyard.worker.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import io.botyard.contract.Message;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.wire.WireJson;
import io.botyard.sandbox.ledger.Answer;
import io.botyard.sandbox.ledger.Call;
import io.botyard.testkit.Commands;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each guarantee holds of a good history, and notices the one thing that breaks it. */
class GuaranteeTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Answer FINE = new Answer(200, null, null, null, null);
    private static final long ROW = 7;

    private final Commands commands = Commands.by(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Customer customer = new Customer(1, "10", 2);
    private final List<History.Said<?>> said = new ArrayList<>();
    private final List<Call> ledger = new ArrayList<>();

    @BeforeEach
    void aBotThatMayCall() {
        customer.registered(new BotRowId(ROW));
        var register = commands.removeBot(1);
        said(
                NOON.minusSeconds(60),
                new BotRegistered(
                        head(register, "bot_registered", NOON.minusSeconds(60)),
                        new BotRowId(ROW),
                        new BotId(customer.bot()),
                        null,
                        BotStatus.PENDING,
                        customer.limits()));
    }

    @Test
    void allHoldOfAGoodHistory() {
        for (var i = 0; i < 5; i++) {
            succeeded(accepted("100"), i * 200);
        }
        assertThat(Guarantee.ALL)
                .allSatisfy(guarantee -> assertThat(guarantee.broken(history())).isEmpty());
    }

    @Test
    void aCallWithoutAnOutcomeIsNoticed() {
        accepted("100");
        assertBrokenAlone(OneOutcome.class);
    }

    @Test
    void aRefusalOfWhatTelegramDidIsNoticed() {
        var call = accepted("100");
        arrived(call, 0, 10);
        said(NOON, new CallRefused(outcome(call), about(call), new Refusal(RefusalCode.BOT_SUSPENDED, "no")));
        assertBrokenAlone(TrueOutcome.class);
    }

    @Test
    void aSuccessThatTelegramKnowsNothingOfIsNoticed() {
        var call = accepted("100");
        said(NOON, new CallSucceeded(outcome(call), about(call), Json.NULL, false, false));
        assertBrokenAlone(TrueOutcome.class);
    }

    @Test
    void aCallMadeTwiceIsNoticed() {
        var call = accepted("100");
        succeeded(call, 0);
        arrived(call, 200, 10);
        assertBrokenAlone(NothingDoubled.class);
    }

    @Test
    void callsOutOfOrderAreNoticed() {
        var first = accepted("100");
        succeeded(accepted("100"), 0);
        succeeded(first, 200);
        assertBrokenAlone(OrderPerChat.class);
    }

    @Test
    void twoCallsOfAChatAtOnceAreNoticed() {
        var first = accepted("100");
        var second = accepted("100");
        succeeded(first, 0, 300);
        succeeded(second, 200, 10);
        assertBrokenAlone(OneAtATimePerChat.class);
    }

    @Test
    void moreAtOnceThanTheLimitAreNoticed() {
        for (var chat : List.of("100", "101", "102")) {
            succeeded(accepted(chat), 0, 300);
        }
        assertBrokenAlone(MaxConcurrent.class);
    }

    @Test
    void moreThanTheRateIsNoticed() {
        for (var i = 0; i < 40; i++) {
            succeeded(accepted("100"), i * 20);
        }
        assertBrokenAlone(RateKept.class);
    }

    @Test
    void aTakeoverAllowsOneBurstAndNoMore() {
        for (var i = 0; i < 20; i++) {
            succeeded(accepted("100"), i * 20);
        }
        var partition = History.partitionOf(customer);
        var half = NOON.plusMillis(9 * 20 + 10);
        assertThat(new RateKept()
                        .broken(new History(
                                List.of(customer), said, ledger, List.of(new Takeovers.Takeover(partition, 2, half)))))
                .isEmpty();
        for (var i = 20; i < 40; i++) {
            succeeded(accepted("100"), i * 20);
        }
        assertThat(new RateKept()
                        .broken(new History(
                                List.of(customer), said, ledger, List.of(new Takeovers.Takeover(partition, 2, half)))))
                .isNotEmpty();
    }

    @Test
    void anotherRateAllowsOneBurstBesideWhatWasOnItsWayAndNoMore() {
        var change = commands.changeRateLimits(1, ROW, "4", 2);
        said(NOON, change);
        said(
                NOON.plusMillis(10),
                new BotRateLimitsChanged(
                        head(change, "bot_rate_limits_changed", NOON),
                        new BotRowId(ROW),
                        customer.limits(),
                        new Limits(new BigDecimal("4"), 2)));
        burst(3, 20);
        burst(4, 200);
        for (var i = 1; i < 20; i++) {
            succeeded(accepted("100"), 200 + i * 250);
        }
        assertThat(new RateKept().broken(history())).isEmpty();
        burst(3, 5_000);
        assertThat(new RateKept().broken(history())).isNotEmpty();
    }

    @Test
    void aCallOfASuspendedBotIsNoticed() {
        var suspend = commands.suspendBot(1);
        said(NOON, suspend);
        said(
                NOON.plusMillis(10),
                new BotSuspended(head(suspend, "bot_suspended", NOON), new BotRowId(ROW), BotStatus.ACTIVE, "why"));
        succeeded(accepted("100"), 1_000);
        assertThat(new SuspensionHolds().broken(history()))
                .as("one that had left")
                .isEmpty();
        succeeded(accepted("100"), 3_000);
        assertBrokenAlone(SuspensionHolds.class);
    }

    @Test
    void aCallForARemovedBotIsNoticed() {
        var remove = commands.removeBot(1);
        said(NOON, remove);
        said(
                NOON.plusMillis(10),
                new BotRemoved(head(remove, "bot_removed", NOON), new BotRowId(ROW), new BotId(customer.bot())));
        succeeded(accepted("100"), 3_000);
        assertBrokenAlone(RemovedIsGone.class);
    }

    @Test
    void aCommandWithoutAnEventIsNoticed() {
        said(NOON, commands.removeBot(1));
        assertBrokenAlone(OneEventPerCommand.class);
    }

    private void assertBrokenAlone(Class<? extends Guarantee> broken) {
        assertThat(Guarantee.ALL)
                .filteredOn(guarantee -> !guarantee.broken(history()).isEmpty())
                .extracting(Object::getClass)
                .isEqualTo(List.of(broken));
    }

    private History history() {
        return new History(List.of(customer), said, ledger, List.of());
    }

    private CallMethod accepted(String chat) {
        var call = commands.sendMessage(1, ROW, chat, "m");
        said(NOON, call);
        return call;
    }

    private void burst(int calls, int after) {
        for (var i = 0; i < calls; i++) {
            succeeded(accepted("100"), after + i);
        }
    }

    private void succeeded(CallMethod call, int after) {
        succeeded(call, after, 10);
    }

    private void succeeded(CallMethod call, int after, int takes) {
        arrived(call, after, takes);
        said(NOON.plusMillis(after + takes), new CallSucceeded(outcome(call), about(call), Json.NULL, false, false));
    }

    private void arrived(CallMethod call, int after, int takes) {
        var at = NOON.plusMillis(after);
        var parameters = WireJson.mapper().createObjectNode();
        parameters.put(History.MARK, call.commandId().toString());
        var chat = String.valueOf(call.chatId());
        ledger.add(new Call(
                ledger.size() + 1L,
                at,
                customer.bot(),
                call.method(),
                chat,
                parameters,
                FINE,
                at.plus(Duration.ofMillis(takes))));
    }

    private void said(Instant at, Message message) {
        said.add(new History.Said<>(said.size(), at, message));
    }

    private static EventHead outcome(CallMethod call) {
        return head(call, CallOutcome.KIND, NOON);
    }

    private static EventHead head(BotCommand command, String kind, Instant at) {
        return EventHead.of(command, kind, 1, at);
    }

    private static CallHead about(CallMethod call) {
        return new CallHead(call.id(), call.method(), call.chatId(), 1);
    }
}
