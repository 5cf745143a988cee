package io.botyard.gateway.bots;

import io.botyard.contract.BotToken;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Another token of the caller's bot. */
record TokenBody(@NotNull @Schema(pattern = BotToken.FORM) String botToken) {

    /** Checked here, because what a validator finds wrong ends in the frameworks' logs. */
    static BotToken parsed(String botToken) {
        return BotToken.parse(botToken)
                .orElseThrow(
                        () -> Rejection.invalid("bot_token", "form", "is not a bot token as BotFather gives them"));
    }

    BotToken token() {
        return parsed(botToken);
    }

    @Override
    public String toString() {
        return "TokenBody[redacted]";
    }
}
