package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import org.jspecify.annotations.Nullable;

/**
 * Ask Telegram whether the bot's token is good.
 *
 * @param id the bot that the gateway saw, so that a command read again never verifies a later one
 * @param testMessage what to send once it is
 */
public record VerifyBot(
        @JsonUnwrapped Origin origin, BotRowId id, @Nullable TestMessage testMessage) implements ControlCommand {

    /** A message that shows the user their bot at work: an ordinary call with an id of its own. */
    public record TestMessage(String chatId, String text) {}
}
