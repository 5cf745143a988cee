package io.botyard.gateway.bots;

import io.botyard.contract.command.CallBody;
import java.util.Optional;

/**
 * What Telegram is to be told, as the caller sent it.
 *
 * @param chatId the call's {@code chat_id} as sent
 * @param secret the body holds what only its bot's worker may read
 */
record CallParameters(CallBody body, Optional<String> chatId, boolean secret) {}
