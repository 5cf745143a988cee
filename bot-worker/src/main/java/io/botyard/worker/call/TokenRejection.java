package io.botyard.worker.call;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotTokenUnreadable;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.fleet.TokenUnreadable;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import java.time.Clock;
import java.util.function.Function;

/** A token turns out to be of no use: the bot is verified no longer, once, and no more calls are made with it. */
final class TokenRejection {

    private final Changes changes;
    private final Fleet fleet;
    private final CallJournal journal;
    private final Clock clock;

    TokenRejection(Changes changes, Fleet fleet, CallJournal journal, Clock clock) {
        this.changes = changes;
        this.fleet = fleet;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Telegram answered 401.
     *
     * @param used the version of the bot that brought the token answered with 401: one that came later is not meant
     */
    void rejected(Lease lease, CallMethod call, long used) {
        record(
                lease,
                call,
                used,
                bot -> bot.tokenRejected(clock.instant()),
                after -> new BotTokenRejected(
                        head(call, "bot_token_rejected", after),
                        after.id(),
                        after.botId(),
                        after.state().status()));
    }

    /** It does not open. */
    void unreadable(Lease lease, CallMethod call, TokenUnreadable token) {
        record(
                lease,
                call,
                token.tokenSince(),
                bot -> bot.tokenUnreadable(clock.instant()),
                after -> new BotTokenUnreadable(
                        head(call, "bot_token_unreadable", after),
                        after.id(),
                        after.botId(),
                        after.state().status()));
    }

    private void record(
            Lease lease, CallMethod call, long used, Function<Bot, Bot> change, Function<Bot, BotEvent> told) {
        switch (changes.because(lease, call, tenant -> decide(call, used, tenant, change, told))) {
            case Change.Kept(var tenant, var entry) -> {
                fleet.changed(tenant);
                journal.tell(lease, entry);
            }
            case Change.Nothing(var tenant, var _) -> fleet.changed(tenant);
            case Change.AskTelegram() -> {}
        }
    }

    private static Decision decide(
            CallMethod call, long used, Tenant tenant, Function<Bot, Bot> change, Function<Bot, BotEvent> told) {
        return tenant.bot()
                .filter(bot -> bot.id().equals(call.id()) && bot.tokenSince() == used)
                .filter(bot -> bot.state().verified())
                .map(change)
                .<Decision>map(after -> new Decision.Changed(tenant.with(after), told.apply(after)))
                .orElseGet(Decision.Unchanged::new);
    }

    private static EventHead head(CallMethod call, String kind, Bot after) {
        return EventHead.of(call, kind, after.version(), after.updatedAt());
    }
}
