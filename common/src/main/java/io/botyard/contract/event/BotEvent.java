package io.botyard.contract.event;

/** A change of a bot's state or of the keys of all, or a control command that changed nothing. Each is one entry in the trail. */
public sealed interface BotEvent extends Event
        permits BotRegistered,
                BotVerified,
                BotVerificationFailed,
                BotTokenRejected,
                BotTokenUnreadable,
                BotTokenReplaced,
                BotRateLimited,
                BotRateLimitEnded,
                BotBacklogFilled,
                BotBacklogDrained,
                BotRateLimitsChanged,
                BotRateLimitsOverridden,
                BotSuspended,
                BotActivated,
                BotAccessed,
                BotRemoved,
                KeyRotationStarted,
                KeysRotated,
                KeysRetired,
                CommandRefused,
                CommandFailed {}
