package io.botyard.worker.store;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a bot changes: under the lease of its partition, in one transaction with the event that tells of it and
 * the id of the command that asked for it.
 */
@Repository
public class Changes {

    private final Bots bots;
    private final Ownership ownership;
    private final Outbox outbox;
    private final ProcessedCommands processed;
    private final Clock clock;

    Changes(Bots bots, Ownership ownership, Outbox outbox, ProcessedCommands processed, Clock clock) {
        this.bots = bots;
        this.ownership = ownership;
        this.outbox = outbox;
        this.processed = processed;
        this.clock = clock;
    }

    /**
     * Carries out a control command once, however often it is read.
     *
     * @throws LeaseLost when the partition is another worker's
     */
    @Transactional
    public Change once(Lease lease, ControlCommand command, Function<Optional<Bot>, Decision> decide) {
        ownership.hold(lease);
        if (processed.contains(command.commandId())) {
            return new Change.Nothing();
        }
        var before = bots.of(command.userId());
        var decision = decide.apply(before);
        if (decision instanceof Decision.AskTelegram(var bot)) {
            return new Change.AskTelegram(bot);
        }
        processed.add(command.commandId(), clock.instant());
        return keep(lease, command, before, decision);
    }

    /**
     * Changes a bot because of something that a call met.
     *
     * @throws LeaseLost when the partition is another worker's
     */
    @Transactional
    public Change because(Lease lease, BotCommand call, Function<Optional<Bot>, Decision> decide) {
        ownership.hold(lease);
        var before = bots.of(call.userId());
        return keep(lease, call, before, decide.apply(before));
    }

    /** Ends a control command that nobody could carry out, with this event. */
    @Transactional
    public Change failed(Lease lease, BotEvent event) {
        ownership.hold(lease);
        if (processed.contains(event.head().commandId())) {
            return new Change.Nothing();
        }
        processed.add(event.head().commandId(), clock.instant());
        var entry = new OutboxEntry(event, null);
        outbox.add(lease.partition(), entry);
        return new Change.Kept(bots.of(event.userId()), entry);
    }

    private Change keep(Lease lease, BotCommand command, Optional<Bot> before, Decision decision) {
        return switch (decision) {
            case Decision.Changed(var after, var event) -> {
                if (before.isPresent()) {
                    bots.replace(after);
                } else {
                    bots.add(after);
                }
                yield told(lease, command, Optional.of(after), event);
            }
            case Decision.Removed(var gone, var event) -> {
                bots.remove(gone);
                yield told(lease, command, Optional.empty(), event);
            }
            case Decision.Refused(var refusal) -> {
                var version = before.map(Bot::version).orElse(0L);
                var head = EventHead.of(command, "command_refused", version, clock.instant());
                yield told(lease, command, before, new CommandRefused(head, command.kind(), refusal));
            }
            case Decision.AskTelegram(var bot) -> new Change.AskTelegram(bot);
            case Decision.Unchanged() -> new Change.Nothing();
        };
    }

    private Change told(Lease lease, BotCommand command, Optional<Bot> after, BotEvent event) {
        var entry = new OutboxEntry(event, command.origin().replyTo());
        outbox.add(lease.partition(), entry);
        return new Change.Kept(after, entry);
    }
}
