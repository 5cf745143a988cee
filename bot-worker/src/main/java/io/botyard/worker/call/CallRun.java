package io.botyard.worker.call;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.ratelimit.Rate;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.store.Lease;
import io.botyard.worker.telegram.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One call on its way: state, gates, turn, rate, intent, attempt, and again until it ends. */
final class CallRun {

    /** How often somebody who waits for a turn or for the lease looks whether it still makes sense. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final CallMethod call;
    private final Lease lease;
    private final CallDesk desk;
    private final Outcomes outcomes;

    private int attempts;
    private boolean mayBeDone;

    CallRun(CallMethod call, Lease lease, CallDesk desk) {
        this.call = call;
        this.lease = lease;
        this.desk = desk;
        this.outcomes = new Outcomes(call, desk.clock());
    }

    boolean run(Started started) {
        lease.use();
        try {
            return runInUse(started);
        } finally {
            lease.unuse();
        }
    }

    private boolean runInUse(Started started) {
        var outcome = begunElsewhere(started);
        while (outcome.isEmpty() && !lease.ending()) {
            outcome = step();
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

    private Optional<CallOutcome> step() {
        return switch (desk.permission().on(call)) {
            case Permission.Ruling.Denied(var refusal) -> Optional.of(outcomes.refused(refusal, attempts));
            case Permission.Ruling.Granted(var bot) -> granted(bot);
        };
    }

    private Optional<CallOutcome> granted(ResidentBot bot) {
        if (expires(Duration.ZERO)) {
            return Optional.of(outcomes.expired(attempts));
        }
        var gate = desk.gates().untilOpen(call.userId(), call.chatId());
        if (!gate.isZero()) {
            return pause(gate);
        }
        return attemptInTurn(bot);
    }

    private Optional<CallOutcome> attemptInTurn(ResidentBot bot) {
        if (!takeTurn(bot)) {
            return Optional.empty();
        }
        try {
            var rate = Rate.perSecond(bot.limits().maxRequestsPerSecond());
            var wait = desk.buckets().reserve("bot:" + call.userId(), rate);
            if (!wait.isZero() && pause(wait).isPresent()) {
                return Optional.of(outcomes.expired(attempts));
            }
            return intend() ? attempt() : Optional.empty();
        } finally {
            bot.turns().release();
        }
    }

    private boolean takeTurn(ResidentBot bot) {
        try {
            return bot.turns().tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
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
    private Optional<CallOutcome> attempt() {
        while (!lease.trusted()) {
            if (lease.endsWithin(GLANCE)) {
                return Optional.empty();
            }
        }
        return switch (desk.permission().on(call)) {
            case Permission.Ruling.Denied(var refusal) -> Optional.of(outcomes.refused(refusal, attempts));
            case Permission.Ruling.Granted(var bot) -> ask(bot);
        };
    }

    private Optional<CallOutcome> ask(ResidentBot bot) {
        attempts++;
        var answer = desk.telegram()
                .call(bot.token(), call.method(), call.body(), desk.settings().deadline());
        var next = desk.judgement().of(answer, call, attempts, mayBeDone);
        mayBeDone |= answer instanceof Answer.Unclear;
        return switch (next) {
            case Next.Succeed(var result, var repeated) -> Optional.of(outcomes.succeeded(result, repeated, attempts));
            case Next.Fail(var error) -> Optional.of(outcomes.failed(error, attempts));
            case Next.Unknown(var reason) -> Optional.of(outcomes.unknown(reason, attempts));
            case Next.RejectToken(var error) -> {
                desk.rejection().record(lease, call, bot.bot().token());
                yield Optional.of(outcomes.failed(error, attempts));
            }
            case Next.Retry(var wait) -> pause(wait);
            case Next.Gate(var wait) -> {
                desk.gates().shut(call.userId(), call.chatId(), wait);
                yield Optional.empty();
            }
        };
    }

    /** Waits, or says at once that the call's time will be over by then. */
    private Optional<CallOutcome> pause(Duration wait) {
        if (expires(wait)) {
            return Optional.of(outcomes.expired(attempts));
        }
        lease.endsWithin(wait);
        return Optional.empty();
    }

    private boolean expires(Duration within) {
        Instant then = desk.clock().instant().plus(within);
        return then.isAfter(call.options().expiresAt());
    }
}
