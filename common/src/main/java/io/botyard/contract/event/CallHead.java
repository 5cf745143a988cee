package io.botyard.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Which call it was.
 *
 * @param attempts how often Telegram was asked
 */
public record CallHead(String method, @Nullable String chatId, int attempts) {}
