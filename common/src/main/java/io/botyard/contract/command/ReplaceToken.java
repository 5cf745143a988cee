package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.SealedSecret;

/**
 * Go on with another token of the same bot of Telegram's; history and limits stay.
 *
 * @param id the bot that the gateway saw
 * @param botId what the new token says it is
 */
public record ReplaceToken(@JsonUnwrapped Origin origin, BotRowId id, BotId botId, SealedSecret token)
        implements ControlCommand {}
