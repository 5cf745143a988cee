package io.botyard.worker.call;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.fleet.KeysAway;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.TokenUnreadable;
import io.botyard.worker.fleet.Traffic;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ShutGate;
import io.botyard.worker.telegram.Answer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One call on its way: state, gates, pace, attempt, and again until it ends or is set aside. What was cut short by missing
 * infrastructure goes on where it was.
 */
final class CallRun implements CallOnItsWay {

    private final CallMethod call;
    private final Lease lease;
    private final CallDesk desk;
    private final Keeping keeping;
    private final Started started;
    private final Tried tried;
    private final Timing timing;
    private final Rest rest = new Rest();
    private final Presence presence;
    private final Attempt attempt;
    private int unopened;
    private boolean underWay;
    private Course course = Course.ON;

    CallRun(CallMethod call, Lease lease, CallDesk desk, Keeping keeping, Started started) {
        this.call = call;
        this.lease = lease;
        this.desk = desk;
        this.keeping = keeping;
        this.started = started;
        this.tried = new Tried(call, desk.clock(), started);
        this.timing = new Timing(desk.clock(), call.options().expiresAt());
        this.presence = new Presence(call.userId(), desk.fleet(), lease, rest);
        this.attempt = new Attempt(call, lease, desk, keeping, timing, rest);
    }

    @Override
    public Boolean call() {
        var kept = goOn();
        while (isQueued()) {
            rest.atMost(timing.left());
            kept = goOn();
        }
        return kept;
    }

    @Override
    public boolean goOn() {
        var traffic = presence.join();
        try {
            return run(traffic);
        } finally {
            if (!isQueued()) {
                presence.leave();
            }
        }
    }

    @Override
    public boolean isQueued() {
        return course instanceof Course.Queued;
    }

    @Override
    public void whenCalled(Runnable again) {
        desk.queued().add(rest, call.options().expiresAt());
        rest.then(again);
    }

    private boolean run(Traffic traffic) {
        if (!underWay) {
            course = begunElsewhere();
            underWay = true;
        }
        if (course instanceof Course.Queued(var turn, var bot)) {
            desk.queued().remove(rest);
            // Whatever comes of it, this turn is over then.
            course = Course.ON;
            course = withKeys(() -> after(attempt.inTurn(turn, bot, traffic), bot));
        }
        while (course instanceof Course.On && !lease.ending()) {
            course = withKeys(() -> step(traffic));
        }
        return switch (course) {
            case Course.On(), Course.Queued _ -> false;
            // What was decided without asking holds by what is known here: an owner of yesterday may know it wrongly.
            case Course.Ended(var outcome) -> (tried.here() || lease.becomesTrusted()) && keeping.conclude(outcome);
            case Course.SetAside(var notBefore) -> keeping.setAside(tried.until(notBefore));
        };
    }

    /** Waits until nobody else can be making the call; then it is unknown, unless it may be made twice. */
    private Course begunElsewhere() {
        var running = started.stillRunningFor();
        if (running == null || lease.endsWithin(running)) {
            return Course.ON;
        }
        tried.begunElsewhere();
        return Judgement.mayRepeat(call) ? Course.ON : new Course.Ended(tried.unknownElsewhere());
    }

    private Course step(Traffic traffic) {
        return switch (desk.permission().on(call)) {
            case Permission.Ruling.Denied(var refusal) -> new Course.Ended(tried.denied(refusal));
            case Permission.Ruling.Granted(var bot) -> {
                var _ = bot.token();
                yield attempt.open() ? granted(bot, traffic) : new Course.Ended(tried.unreadable());
            }
        };
    }

    private Course withKeys(Supplier<Course> step) {
        try {
            return step.get();
        } catch (TokenUnreadable token) {
            desk.rejection().unreadable(lease, call, token);
            return new Course.Ended(tried.denied(new Refusal(RefusalCode.TOKEN_REJECTED, Bot.UNREADABLE)));
        } catch (KeysAway away) {
            // Like a shut gate of which nobody knows when it opens.
            return await(desk.settings().backoffAfter(++unopened));
        }
    }

    private Course granted(ResidentBot bot, Traffic traffic) {
        if (timing.overIn(Duration.ZERO)) {
            return new Course.Ended(tried.expired());
        }
        var wait = longer(desk.gates().untilOpen(call.userId(), call.chatId()), timing.untilAllowed());
        if (!wait.isZero()) {
            timing.dropToken();
            return await(wait);
        }
        var paced = timing.untilPaced(() -> desk.pace().reserve(call));
        if (paced.isZero()) {
            return after(attempt.make(bot, traffic), bot);
        }
        if (timing.overIn(paced) || desk.settings().isLong(paced)) {
            timing.leavePace();
            desk.pace().giveBack(call);
        }
        return await(paced);
    }

    private Course await(Duration wait) {
        if (timing.overIn(wait)) {
            return new Course.Ended(tried.expired());
        }
        if (desk.settings().isLong(wait)) {
            return new Course.SetAside(desk.clock().instant().plus(wait));
        }
        rest.atMost(wait);
        return Course.ON;
    }

    private Course after(Attempt.Result result, ResidentBot bot) {
        return switch (result) {
            case Attempt.Result.NotMade() -> Course.ON;
            case Attempt.Result.Queued(var turn) -> new Course.Queued(turn, bot);
            case Attempt.Result.TooSoon(var wait) -> await(wait);
            case Attempt.Result.Denied(var refusal) -> new Course.Ended(tried.denied(refusal));
            case Attempt.Result.Answered(var answer, var as, var after) -> {
                tried.attempted(after);
                yield answered(answer, as);
            }
        };
    }

    private Course answered(Answer answer, ResidentBot bot) {
        timing.dropToken();
        timing.leavePace();
        var next = desk.judgement().of(answer, call, tried.attempts(), tried.mayBeDone());
        tried.said(answer);
        return switch (next) {
            case Next.Succeed(var result, var repeated) -> new Course.Ended(tried.succeeded(result, repeated));
            case Next.Fail(var error) -> new Course.Ended(tried.failed(error));
            case Next.Unknown(var reason) -> new Course.Ended(tried.unknown(reason));
            case Next.RejectToken(var error) -> {
                desk.rejection().rejected(lease, call, bot.bot().tokenSince());
                yield new Course.Ended(tried.failed(error));
            }
            case Next.Retry(var wait) -> {
                timing.notBefore(wait);
                yield Course.ON;
            }
            case Next.Follow(var supergroup, var error) -> {
                tried.migrated(supergroup);
                yield attempt.follow(supergroup) ? Course.ON : new Course.Ended(tried.failed(error));
            }
            case Next.Gate(var wait) -> {
                tried.throttledAgain();
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

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
