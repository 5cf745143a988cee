package io.botyard.worker.call;

import io.botyard.contract.Priority;
import io.botyard.contract.Refusal;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.ratelimit.Rate;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.Traffic;
import io.botyard.worker.fleet.Turns;
import io.botyard.worker.store.Lease;
import io.botyard.worker.telegram.Answer;
import io.botyard.worker.telegram.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From a call's turn to Telegram's answer: turn, rate, breaker, intent, and a last look before the request leaves. */
final class Attempt {

    /** What came of it. */
    sealed interface Result {

        /** Telegram was not asked: something has changed, and is to be looked at first. */
        record NotMade() implements Result {}

        /** Nor was it yet: it is not its turn. */
        record Queued(Turns.Turn turn) implements Result {}

        /** Nor was it here, since the rate does not allow it for so long. */
        record TooSoon(Duration pause) implements Result {}

        record Denied(Refusal refusal) implements Result {}

        record Answered(Answer answer, ResidentBot bot, Duration after) implements Result {}
    }

    private static final Result NOT_MADE = new Result.NotMade();

    private final CallMethod call;
    private final Lease lease;
    private final CallDesk desk;
    private final Keeping keeping;
    private final Timing timing;
    private final Rest rest;
    private final Proviso proviso;
    private Instant covered = Instant.MIN;
    private Instant left = Instant.MIN;
    private CallBody body;
    private boolean followed;

    Attempt(CallMethod call, Lease lease, CallDesk desk, Keeping keeping, Timing timing, Rest rest) {
        this.call = call;
        this.lease = lease;
        this.desk = desk;
        this.keeping = keeping;
        this.timing = timing;
        this.rest = rest;
        this.proviso = new Proviso(this::isInTime, lease::trusted);
        this.body = call.body();
    }

    /**
     * Makes ready what is to be sent; not when it does not open.
     *
     * @throws io.botyard.worker.fleet.KeysAway when it cannot be opened now
     */
    boolean open() {
        var readable = desk.bodies().readable(call.userId(), body);
        readable.ifPresent(opened -> body = opened);
        return readable.isPresent();
    }

    /** Lets the next attempt go to this chat. Not for the second time, nor where the body names no chat. */
    boolean follow(long supergroup) {
        var readdressed = followed ? Optional.<CallBody>empty() : ChatAddress.in(body, supergroup);
        readdressed.ifPresent(there -> body = there);
        followed = true;
        return readdressed.isPresent();
    }

    Result make(ResidentBot bot, Traffic traffic) {
        var turn = bot.turns().queue(call.options().priority() == Priority.INTERACTIVE, rest);
        return turn.hasCome() ? inTurn(turn, bot, traffic) : new Result.Queued(turn);
    }

    /** After it has waited for its turn. Not when there is other news, which is looked at first. */
    Result inTurn(Turns.Turn turn, ResidentBot bot, Traffic traffic) {
        try (turn) {
            // That it has come was the news; what else there was is looked at again before the request leaves.
            rest.forget();
            return turn.hasCome() && !lease.ending() ? atItsRate(bot, traffic) : NOT_MADE;
        }
    }

    private Result atItsRate(ResidentBot bot, Traffic traffic) {
        var rate = rateOf(bot);
        var wait = untilDue(rate);
        if (timing.overIn(wait) || desk.settings().isLong(wait)) {
            desk.buckets().giveBack(bucket(), rate);
            return new Result.TooSoon(wait);
        }
        return rest.atMost(wait) ? NOT_MADE : ifLet(traffic, rate);
    }

    /** An open breaker costs no attempt: the call waits like one whose gate is shut. */
    private Result ifLet(Traffic traffic, Rate rate) {
        var pass = desk.breakers().tryPass(call.userId());
        if (pass.isEmpty()) {
            timing.notBefore(desk.breakers().pause());
            return NOT_MADE;
        }
        try (var held = pass.get()) {
            return intend() && stillInTime(rate) ? ask(traffic, held, rate) : NOT_MADE;
        }
    }

    private boolean intend() {
        if (lease.ending()
                || !desk.gates().untilOpen(call.userId(), call.chatId()).isZero()) {
            return false;
        }
        covered = desk.clock().instant().plus(desk.settings().deadline());
        return keeping.intend(covered);
    }

    /** Whether lease, token and intent are good for it, after what the intent took. */
    private boolean stillInTime(Rate rate) {
        if (!lease.becomesTrusted()) {
            return false;
        }
        if (timing.late() && rest.atMost(untilDue(rate))) {
            return false;
        }
        // Whoever takes over waits for as long as the intent says and no longer: another one is written.
        return patience().compareTo(desk.settings().halfDeadline()) >= 0;
    }

    /** The last look at bot, rate and lease is after the intent is kept: nothing may start that was stopped or slowed. */
    private Result ask(Traffic traffic, Pass pass, Rate rate) {
        return switch (desk.permission().on(call)) {
            case Permission.Ruling.Denied(var refusal) -> new Result.Denied(refusal);
            case Permission.Ruling.Granted(var bot) when !rateOf(bot).equals(rate) -> NOT_MADE;
            case Permission.Ruling.Granted(var bot) -> {
                Optional<Answer> answer = desk.telegram().ask(traffic, proviso, bot, call.method(), body, patience());
                yield answer.<Result>map(said -> new Result.Answered(pass.used(said), bot, sinceLeft()))
                        .orElse(NOT_MADE);
            }
        };
    }

    /** Asked again when the request leaves: it may have waited for another call of its bot to be sent. */
    private boolean isInTime() {
        left = desk.clock().instant();
        return !timing.late();
    }

    private Duration sinceLeft() {
        return Duration.between(left, desk.clock().instant());
    }

    private Duration patience() {
        return Duration.between(desk.clock().instant(), covered);
    }

    private Duration untilDue(Rate rate) {
        return timing.untilDue(rate, () -> desk.buckets().reserve(bucket(), rate));
    }

    private static Rate rateOf(ResidentBot bot) {
        return Rate.perSecond(bot.limits().maxRequestsPerSecond());
    }

    private String bucket() {
        return "bot:" + call.userId();
    }
}
