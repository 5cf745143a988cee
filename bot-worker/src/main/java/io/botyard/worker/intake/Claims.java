package io.botyard.worker.intake;

import io.botyard.contract.Actor;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.worker.store.Bots;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import java.time.Clock;
import java.time.Duration;

/**
 * Has the token of a verified bot checked again when another user shows to have one for the same bot: whoever revoked a
 * stolen token gets the bot. The holder's own worker asks, since a bot changes nowhere else.
 */
final class Claims {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Bots bots;
    private final Changes changes;
    private final KafkaSender sender;
    private final MessageCodec codec;
    private final Clock clock;

    Claims(Bots bots, Changes changes, KafkaSender sender, MessageCodec codec, Clock clock) {
        this.bots = bots;
        this.changes = changes;
        this.sender = sender;
        this.codec = codec;
        this.clock = clock;
    }

    /** Returns when what others claim is checked, or after five seconds: then their claim stands. */
    void contest(Lease lease, ControlCommand by, BotId bot) {
        var checks = bots.holders(bot, by.userId()).entrySet().stream()
                .map(holder -> check(by, holder.getKey(), holder.getValue()))
                .toList();
        for (var left = PATIENCE; left.isPositive() && !checks.stream().allMatch(changes::done); ) {
            if (lease.endsWithin(GLANCE)) {
                return;
            }
            left = left.minus(GLANCE);
        }
    }

    /** Losing it costs the contestant another try. */
    private CommandId check(ControlCommand by, UserId holder, BotRowId row) {
        var check = by.commandId().derived("claim:" + holder);
        var origin = new Origin(check, holder, Actor.SYSTEM, by.origin().requestId(), clock.instant(), null, false);
        var _ = sender.send(codec.encode(Topic.BOT_COMMANDS, new VerifyBot(origin, row, null)));
        return check;
    }
}
