package io.botyard.worker.control;

import org.springframework.stereotype.Component;

/** One for each control command. */
@Component
record Handlers(
        RegisterBotHandler registerBot,
        VerifyBotHandler verifyBot,
        RemoveBotHandler removeBot,
        ReplaceTokenHandler replaceToken,
        ChangeRateLimitsHandler changeRateLimits,
        OverrideRateLimitsHandler overrideRateLimits,
        SuspendBotHandler suspendBot,
        ActivateBotHandler activateBot,
        AccessBotHandler accessBot,
        RotateKeysHandler rotateKeys) {}
