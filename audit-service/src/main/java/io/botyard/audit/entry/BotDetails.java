package io.botyard.audit.entry;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRateLimitEnded;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.BotTokenUnreadable;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import org.jspecify.annotations.Nullable;

/** What an entry tells of a bot's change, and how it ended. An admin's reason is a text, so it stays out. */
final class BotDetails {
    private BotDetails() {}

    static EntryOutcome outcome(BotEvent event) {
        return switch (event) {
            case BotRegistered _,
                    BotVerified _,
                    BotTokenRejected _,
                    BotTokenReplaced _,
                    BotRateLimited _,
                    BotRateLimitEnded _,
                    BotBacklogFilled _,
                    BotBacklogDrained _,
                    BotRateLimitsChanged _,
                    BotRateLimitsOverridden _,
                    BotSuspended _,
                    BotActivated _,
                    BotRemoved _,
                    KeyRotationStarted _,
                    KeysRetired _ -> EntryOutcome.OK;
            case KeysRotated done -> done.unreadable() == 0 ? EntryOutcome.OK : EntryOutcome.FAILED;
            case BotAccessed looked -> looked.failure() == null ? EntryOutcome.OK : EntryOutcome.FAILED;
            case CommandRefused _ -> EntryOutcome.REFUSED;
            case BotVerificationFailed _, BotTokenUnreadable _, CommandFailed _ -> EntryOutcome.FAILED;
        };
    }

    static Details of(BotEvent event) {
        return switch (event) {
            case BotRegistered e -> bot(e.id(), e.botId()).with(e.status()).with("limits", e.limits());
            case BotVerified e -> bot(e.id(), e.profile().id()).with(e.status());
            case BotVerificationFailed e -> bot(e.id()).with(e.status()).with("reason", e.reason());
            case BotTokenRejected e -> bot(e.id(), e.botId()).with(e.status());
            case BotTokenUnreadable e -> bot(e.id(), e.botId()).with(e.status());
            case BotTokenReplaced e -> bot(e.id(), e.botId()).with(e.status());
            case BotRateLimited e -> bot(e.id()).with(e.status());
            case BotRateLimitEnded e -> bot(e.id()).with(e.status());
            case BotBacklogFilled e -> bot(e.id()).with("parked", e.parked());
            case BotBacklogDrained e -> bot(e.id()).with("parked", e.parked());
            case BotRateLimitsChanged e ->
                bot(e.id()).with("before", e.before()).with("after", e.after());
            case BotRateLimitsOverridden e -> overridden(e);
            case BotSuspended e -> with(bot(e.id()), "before", e.before());
            case BotActivated e -> with(bot(e.id()), "status", e.status());
            case BotAccessed e -> with(bot(e.id(), e.botId()), "reason", e.failure());
            case BotRemoved e -> bot(e.id(), e.botId());
            case KeyRotationStarted e -> Details.none().with("key_version", e.keyVersion());
            case KeysRetired e -> Details.none().with("key_version", e.keyVersion());
            case KeysRotated e ->
                Details.none()
                        .with("key_version", e.keyVersion())
                        .with("rows", e.rows())
                        .with("unreadable", e.unreadable());
            case CommandRefused e ->
                Details.none()
                        .with("command", e.command())
                        .with("code", e.refusal().code());
            case CommandFailed e -> Details.none().with("command", e.command()).with("code", e.code());
        };
    }

    private static Details overridden(BotRateLimitsOverridden event) {
        var details = bot(event.id()).with("before", event.before()).with("after", event.after());
        var own = event.limits();
        return own == null ? details : details.with("limits", own);
    }

    private static Details bot(BotRowId id, BotId botId) {
        return bot(id).with("bot_id", botId.value());
    }

    /** Nothing where the user has no bot. */
    private static Details bot(@Nullable BotRowId id) {
        return id == null ? Details.none() : Details.none().with("id", id.value());
    }

    private static Details with(Details details, String field, @Nullable Enum<?> word) {
        return word == null ? details : details.with(field, word);
    }
}
