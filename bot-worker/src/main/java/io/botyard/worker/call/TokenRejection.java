package io.botyard.worker.call;

import io.botyard.contract.BotStatus;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import java.time.Clock;
import java.util.Optional;

/** Telegram answered 401: the bot moves to {@code error}, once, and no more calls are made with its token. */
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

    void record(Lease lease, CallMethod call) {
        var change = changes.because(lease, call, bot -> decide(call, bot));
        if (change instanceof Change.Kept(var bot, var told)) {
            fleet.changed(call.userId(), bot);
            journal.tell(lease, told);
        }
    }

    private Decision decide(CallMethod call, Optional<Bot> present) {
        return present.filter(bot -> bot.id().equals(call.id()))
                .filter(bot -> bot.state().status() != BotStatus.ERROR)
                .<Decision>map(bot -> {
                    var after = bot.tokenRejected(clock.instant());
                    var head = EventHead.of(call, "bot_token_rejected", after.version(), after.updatedAt());
                    return new Decision.Changed(
                            after,
                            new BotTokenRejected(
                                    head,
                                    after.id(),
                                    after.botId(),
                                    after.state().status()));
                })
                .orElseGet(Decision.Unchanged::new);
    }
}
