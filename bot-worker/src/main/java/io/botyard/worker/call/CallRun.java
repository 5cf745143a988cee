package io.botyard.worker.call;

import io.botyard.contract.Refusal;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.ratelimit.Rate;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.Traffic;
import io.botyard.worker.store.Lease;
import io.botyard.worker.telegram.Answer;
import java.time.Duration;
import java.util.Optional;

/** One call on its way: state, gates, turn, rate, intent, attempt, and again until it ends. */
final class CallRun {

    /** How often somebody who waits for the lease looks whether it still makes sense. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final CallMethod call;
    private final Lease lease;
    private final CallDesk desk;
    private final Outcomes outcomes;
    private final Timing timing;
    private final Rest rest = new Rest();
    private int attempts;
    private boolean mayBeDone;

    CallRun(CallMethod call, Lease lease, CallDesk desk) {
        this.call = call;
        this.lease = lease;
        this.desk = desk;
        this.outcomes = new Outcomes(call, desk.clock());
        this.timing = new Timing(desk.clock(), call.options().expiresAt());
    }

    boolean run(Started started) {
        lease.use(rest);
        var traffic = desk.fleet().enter(call.userId(), rest);
        try {
            return run(started, traffic);
        } finally {
            desk.fleet().exit(call.userId(), rest);
            lease.unuse(rest);
        }
    }

    private boolean run(Started started, Traffic traffic) {
        var outcome = begunElsewhere(started);
        while (outcome.isEmpty() && !lease.ending()) {
            outcome = step(traffic);
        }
        return outcome.isPresent()
                && desk.journal().conclude(lease, outcome.get(), call.origin().replyTo());
    }

    /** Waits until nobody else can be making the call; then it is unknown, unless it may be made twice. */
    private Optional<CallOutcome> begunElsewhere(Started started) {
        var running = started.stillRunningFor();
        if (running == null || lease.endsWithin(running)) {
            return Optional.empty();
        }
        mayBeDone = true;
        return Judgement.mayRepeat(call)
                ? Optional.empty()
                : Optional.of(outcomes.unknown("The worker stopped while it was asking Telegram.", 1));
    }

    private Optional<CallOutcome> step(Traffic traffic) {
        return switch (desk.permission().on(call)) {
            case Permission.Ruling.Denied(var refusal) -> Optional.of(denied(refusal));
            case Permission.Ruling.Granted(var bot) -> granted(bot, traffic);
        };
    }

    private Optional<CallOutcome> granted(ResidentBot bot, Traffic traffic) {
        if (timing.overIn(Duration.ZERO)) {
            return Optional.of(expired());
        }
        var wait = longer(desk.gates().untilOpen(call.userId(), call.chatId()), timing.untilAllowed());
        if (wait.isZero()) {
            return attemptInTurn(bot, traffic);
        }
        timing.dropToken();
        if (timing.overIn(wait)) {
            return Optional.of(expired());
        }
        rest.atMost(wait);
        return Optional.empty();
    }

    private Optional<CallOutcome> attemptInTurn(ResidentBot bot, Traffic traffic) {
        if (!takeTurn(bot)) {
            return Optional.empty();
        }
        try {
            var rate = Rate.perSecond(bot.limits().maxRequestsPerSecond());
            var wait = timing.untilDue(rate, () -> desk.buckets().reserve("bot:" + call.userId(), rate));
            if (timing.overIn(wait)) {
                return Optional.of(expired());
            }
            return rest.atMost(wait) || !intend() ? Optional.empty() : attempt(traffic);
        } finally {
            bot.turns().release();
        }
    }

    /** News takes it out of the line: perhaps it is not to be made any more. */
    private boolean takeTurn(ResidentBot bot) {
        var place = bot.turns().queue(rest);
        if (!place.isMine()) {
            rest.atMost(timing.left());
        }
        return place.isMineOrLeft();
    }

    private boolean intend() {
        if (lease.ending()
                || !desk.gates().untilOpen(call.userId(), call.chatId()).isZero()) {
            return false;
        }
        var now = desk.clock().instant();
        var intent = new CallIntent(
                call.commandId(), call.userId(), now, now.plus(desk.settings().deadline()));
        return desk.journal().intend(lease, intent);
    }

    /** The last look at the bot and at the lease is after the intent is kept: nothing may start that was stopped. */
    private Optional<CallOutcome> attempt(Traffic traffic) {
        while (!lease.trusted()) {
            if (lease.endsWithin(GLANCE)) {
                return Optional.empty();
            }
        }
        return switch (desk.permission().on(call)) {
            case Permission.Ruling.Denied(var refusal) -> Optional.of(denied(refusal));
            case Permission.Ruling.Granted(var bot) ->
                desk.telegram()
                        .ask(traffic, lease::trusted, bot, call.method(), call.body())
                        .flatMap(answer -> answered(answer, bot));
        };
    }

    private Optional<CallOutcome> answered(Answer answer, ResidentBot bot) {
        attempts++;
        timing.dropToken();
        var next = desk.judgement().of(answer, call, attempts, mayBeDone);
        mayBeDone |= answer instanceof Answer.Unclear;
        return switch (next) {
            case Next.Succeed(var result, var repeated) -> Optional.of(outcomes.succeeded(result, repeated, attempts));
            case Next.Fail(var error) -> Optional.of(outcomes.failed(error, attempts));
            case Next.Unknown(var reason) -> Optional.of(outcomes.unknown(reason, attempts));
            case Next.RejectToken(var error) -> {
                desk.rejection().record(lease, call, bot.bot().tokenSince());
                yield Optional.of(outcomes.failed(error, attempts));
            }
            case Next.Retry(var wait) -> {
                timing.notBefore(wait);
                yield Optional.empty();
            }
            case Next.Gate(var wait) -> {
                desk.gates().shut(call.userId(), call.chatId(), wait);
                yield Optional.empty();
            }
        };
    }

    private CallOutcome expired() {
        return mayBeDone ? lost("its time ran out") : outcomes.expired(attempts);
    }

    private CallOutcome denied(Refusal refusal) {
        return mayBeDone ? lost(refusal.message()) : outcomes.refused(refusal, attempts);
    }

    /** What may have been done was not turned down before Telegram was asked. */
    private CallOutcome lost(String why) {
        return outcomes.unknown(
                "An earlier attempt may have acted, and none is made any more: " + why, Math.max(1, attempts));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
