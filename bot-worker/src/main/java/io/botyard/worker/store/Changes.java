package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.Refusal;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way a bot or a standing changes: under the lease of its partition, in one transaction with the event that tells of it and
 * the id of the command that asked for it.
 */
@Repository
public class Changes {

    private final Tenants tenants;
    private final Ownership ownership;
    private final Outbox outbox;
    private final ProcessedCommands processed;
    private final Clock clock;

    Changes(Tenants tenants, Ownership ownership, Outbox outbox, ProcessedCommands processed, Clock clock) {
        this.tenants = tenants;
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
    public Change once(Lease lease, ControlCommand command, Function<Tenant, Decision> decide) {
        ownership.hold(lease);
        var before = tenants.held(command.userId());
        if (processed.contains(command.commandId())) {
            return new Change.Nothing(before, outbox.untold(lease.partition(), command.commandId()));
        }
        var decision = decide.apply(before);
        if (decision instanceof Decision.AskTelegram()) {
            return new Change.AskTelegram();
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
    public Change because(Lease lease, BotCommand call, Function<Tenant, Decision> decide) {
        ownership.hold(lease);
        var before = tenants.held(call.userId());
        return keep(lease, call, before, decide.apply(before));
    }

    /** Changes a bot because time has passed: nobody waits for that. */
    @Transactional
    public Change ofItself(Lease lease, UserId user, Function<Tenant, Decision> decide) {
        ownership.hold(lease);
        var before = tenants.held(user);
        return switch (decide.apply(before)) {
            case Decision.Changed(var after, var event) -> {
                tenants.keep(before, after);
                yield told(lease, after, new OutboxEntry(event, null));
            }
            case Decision.Told(var event) -> told(lease, before, new OutboxEntry(event, null));
            case Decision.Begun _, Decision.Refused _, Decision.AskTelegram _ ->
                throw new IllegalArgumentException("nobody asked for anything");
            case Decision.Unchanged() -> new Change.Nothing(before, Optional.empty());
        };
    }

    /** Whether a control command has come to its end, whatever that was. */
    public boolean done(CommandId command) {
        return processed.contains(command);
    }

    /** Turns a control command down without waiting for those of the same user that are under way. */
    @Transactional
    public Change refused(Lease lease, ControlCommand command, Function<Tenant, Refusal> why) {
        ownership.hold(lease);
        var head = EventHead.of(command, "command_refused", 0, clock.instant());
        return ended(
                lease,
                new CommandRefused(head, command.kind(), why.apply(tenants.of(command.userId()))),
                command.origin().replyTo());
    }

    /** Ends a control command that nobody could carry out, with this event. */
    @Transactional
    public Change failed(Lease lease, BotEvent event) {
        ownership.hold(lease);
        return ended(lease, event, null);
    }

    private Change ended(Lease lease, BotEvent event, @Nullable GatewayId replyTo) {
        var command = event.head().commandId();
        var tenant = tenants.of(event.userId());
        if (processed.contains(command)) {
            return new Change.Nothing(tenant, outbox.untold(lease.partition(), command));
        }
        processed.add(command, clock.instant());
        return told(lease, tenant, new OutboxEntry(event, replyTo));
    }

    private Change keep(Lease lease, BotCommand command, Tenant before, Decision decision) {
        return switch (decision) {
            case Decision.Changed(var after, var event) -> {
                tenants.keep(before, after);
                yield told(lease, command, after, event);
            }
            case Decision.Told(var event) -> told(lease, command, before, event);
            case Decision.Begun(var event) -> told(lease, before, new OutboxEntry(event, null));
            case Decision.Refused(var refusal) -> {
                var head = EventHead.of(command, "command_refused", before.version(), clock.instant());
                yield told(lease, command, before, new CommandRefused(head, command.kind(), refusal));
            }
            case Decision.AskTelegram() -> new Change.AskTelegram();
            case Decision.Unchanged() -> new Change.Nothing(before, Optional.empty());
        };
    }

    private Change told(Lease lease, BotCommand command, Tenant after, BotEvent event) {
        return told(lease, after, new OutboxEntry(event, command.origin().replyTo()));
    }

    private Change told(Lease lease, Tenant after, OutboxEntry entry) {
        outbox.add(lease.partition(), entry);
        return new Change.Kept(after, entry);
    }
}
