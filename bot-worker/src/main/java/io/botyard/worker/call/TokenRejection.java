package io.botyard.worker.call;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import java.time.Clock;

/** Telegram answered 401: the bot is verified no longer, once, and no more calls are made with its token. */
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

    /** @param used the version of the bot that brought the token answered with 401: one that came later is not meant */
    void record(Lease lease, CallMethod call, long used) {
        switch (changes.because(lease, call, tenant -> decide(call, used, tenant))) {
            case Change.Kept(var tenant, var told) -> {
                fleet.changed(tenant);
                journal.tell(lease, told);
            }
            case Change.Nothing(var tenant, var _) -> fleet.changed(tenant);
            case Change.AskTelegram() -> {}
        }
    }

    private Decision decide(CallMethod call, long used, Tenant tenant) {
        return tenant.bot()
                .filter(bot -> bot.id().equals(call.id()) && bot.tokenSince() == used)
                .filter(bot -> bot.state().verified())
                .<Decision>map(bot -> {
                    var after = bot.tokenRejected(clock.instant());
                    var head = EventHead.of(call, "bot_token_rejected", after.version(), after.updatedAt());
                    return new Decision.Changed(
                            tenant.with(after),
                            new BotTokenRejected(
                                    head,
                                    after.id(),
                                    after.botId(),
                                    after.state().status()));
                })
                .orElseGet(Decision.Unchanged::new);
    }
}
