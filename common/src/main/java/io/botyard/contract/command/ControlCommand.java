package io.botyard.contract.command;

/** A command that changes the bot itself, or all bots alike. It never queues behind calls and never waits for Telegram. */
public sealed interface ControlCommand extends BotCommand
        permits RegisterBot,
                VerifyBot,
                RemoveBot,
                ReplaceToken,
                ChangeRateLimits,
                OverrideRateLimits,
                SuspendBot,
                ActivateBot,
                AccessBot,
                RotateKeys {}
