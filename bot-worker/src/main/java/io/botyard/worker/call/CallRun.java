package io.botyard.worker.call;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.fleet.KeysAway;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.TokenUnreadable;
import io.botyard.worker.fleet.Traffic;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ShutGate;
import io.botyard.worker.telegram.Answer;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One call on its way: state, gates, pace, attempt, and again until it ends or is set aside. What was cut short by missing
 * infrastructure goes on where it was.
 */
final class CallRun implements Callable<Boolean> {

    private final CallMethod call;
    private final Lease lease;
    private final CallDesk desk;
    private final Keeping keeping;
    private final Started started;
    private final Outcomes outcomes;
    private final Timing timing;
    private final Rest rest = new Rest();
    private final Attempt attempt;
    private int attempts;
    private int unopened;
    private boolean mayBeDone;
    private boolean underWay;
    private Course course = Course.ON;

    CallRun(CallMethod call, Lease lease, CallDesk desk, Keeping keeping, Started started) {
        this.call = call;
        this.lease = lease;
        this.desk = desk;
        this.keeping = keeping;
        this.started = started;
        this.outcomes = new Outcomes(call, desk.clock(), started.throttled());
        this.timing = new Timing(desk.clock(), call.options().expiresAt());
        this.attempt = new Attempt(call, lease, desk, keeping, timing, rest);
        this.attempts = started.attempts();
        this.mayBeDone = started.mayBeDone();
    }

    /** Whether what became of it is kept; not when the lease ended before. */
    @Override
    public Boolean call() {
        lease.use(rest);
        var traffic = desk.fleet().enter(call.userId(), rest);
        try {
            return run(traffic);
        } finally {
            desk.fleet().exit(call.userId(), rest);
            lease.unuse(rest);
        }
    }

    private boolean run(Traffic traffic) {
        if (!underWay) {
            course = begunElsewhere();
            underWay = true;
        }
        while (course instanceof Course.On && !lease.ending()) {
            course = step(traffic);
        }
        return switch (course) {
            case Course.On() -> false;
            // What was decided without asking holds by what is known here: an owner of yesterday may know it wrongly.
            case Course.Ended(var outcome) ->
                (attempts > started.attempts() || lease.becomesTrusted()) && keeping.conclude(outcome);
            case Course.SetAside(var notBefore) ->
                keeping.setAside(new Keeping.Progress(attempts, outcomes.throttled(), mayBeDone, notBefore));
        };
    }

    /** Waits until nobody else can be making the call; then it is unknown, unless it may be made twice. */
    private Course begunElsewhere() {
        var running = started.stillRunningFor();
        if (running == null || lease.endsWithin(running)) {
            return Course.ON;
        }
        mayBeDone = true;
        return Judgement.mayRepeat(call)
                ? Course.ON
                : new Course.Ended(outcomes.unknown("The worker stopped while it was asking Telegram.", attempts + 1));
    }

    private Course step(Traffic traffic) {
        try {
            return switch (desk.permission().on(call)) {
                case Permission.Ruling.Denied(var refusal) -> denied(refusal);
                case Permission.Ruling.Granted(var bot) -> {
                    var _ = bot.token();
                    yield attempt.open() ? granted(bot, traffic) : unreadable();
                }
            };
        } catch (TokenUnreadable token) {
            desk.rejection().unreadable(lease, call, token);
            return denied(new Refusal(RefusalCode.TOKEN_REJECTED, Bot.UNREADABLE));
        } catch (KeysAway away) {
            // Like a shut gate of which nobody knows when it opens.
            return await(desk.settings().backoffAfter(++unopened));
        }
    }

    private Course granted(ResidentBot bot, Traffic traffic) {
        if (timing.overIn(Duration.ZERO)) {
            return expired();
        }
        var wait = longer(desk.gates().untilOpen(call.userId(), call.chatId()), timing.untilAllowed());
        if (!wait.isZero()) {
            timing.dropToken();
            return await(wait);
        }
        var paced = timing.untilPaced(() -> desk.pace().reserve(call));
        if (paced.isZero()) {
            return attempt(bot, traffic);
        }
        if (timing.overIn(paced) || desk.settings().isLong(paced)) {
            timing.leavePace();
            desk.pace().giveBack(call);
        }
        return await(paced);
    }

    private Course await(Duration wait) {
        if (timing.overIn(wait)) {
            return expired();
        }
        if (desk.settings().isLong(wait)) {
            return new Course.SetAside(desk.clock().instant().plus(wait));
        }
        rest.atMost(wait);
        return Course.ON;
    }

    private Course attempt(ResidentBot bot, Traffic traffic) {
        return switch (attempt.make(bot, traffic)) {
            case Attempt.Result.NotMade() -> Course.ON;
            case Attempt.Result.TooSoon(var wait) -> await(wait);
            case Attempt.Result.Denied(var refusal) -> denied(refusal);
            case Attempt.Result.Answered(var answer, var as, var after) -> {
                outcomes.took(after);
                yield answered(answer, as);
            }
        };
    }

    private Course answered(Answer answer, ResidentBot bot) {
        attempts++;
        timing.dropToken();
        timing.leavePace();
        var next = desk.judgement().of(answer, call, attempts, mayBeDone);
        mayBeDone |= answer instanceof Answer.Unclear;
        return switch (next) {
            case Next.Succeed(var result, var repeated) ->
                new Course.Ended(outcomes.succeeded(result, repeated, attempts));
            case Next.Fail(var error) -> new Course.Ended(outcomes.failed(error, attempts));
            case Next.Unknown(var reason) -> new Course.Ended(outcomes.unknown(reason, attempts));
            case Next.RejectToken(var error) -> {
                desk.rejection().rejected(lease, call, bot.bot().tokenSince());
                yield new Course.Ended(outcomes.failed(error, attempts));
            }
            case Next.Retry(var wait) -> {
                timing.notBefore(wait);
                yield Course.ON;
            }
            case Next.Follow(var supergroup, var error) -> {
                outcomes.migrated(supergroup);
                yield attempt.follow(supergroup) ? Course.ON : new Course.Ended(outcomes.failed(error, attempts));
            }
            case Next.Gate(var wait) -> {
                outcomes.throttledAgain();
                shut(wait);
                yield Course.ON;
            }
        };
    }

    private void shut(Duration wait) {
        desk.pace().tooFast(call.userId());
        var chat = desk.gates().shut(call.userId(), call.chatId(), wait);
        if (desk.settings().isLong(wait)) {
            var opensAt = desk.clock().instant().plus(wait);
            desk.rateLimiting().met(lease, call, new ShutGate(call.userId(), chat.orElse(null), opensAt));
        }
    }

    private Course expired() {
        return new Course.Ended(mayBeDone ? lost("its time ran out") : outcomes.expired(attempts));
    }

    private Course denied(Refusal refusal) {
        return new Course.Ended(mayBeDone ? lost(refusal.message()) : outcomes.refused(refusal, attempts));
    }

    private Course unreadable() {
        var error = new CallError(CallError.SECRET_UNREADABLE, "The call was sealed and does not open.", null);
        return new Course.Ended(mayBeDone ? lost(error.message()) : outcomes.failed(error, attempts));
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
