package io.botyard.worker.store;

import io.botyard.contract.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat, or a whole bot, that Telegram told to wait.
 *
 * @param chat none: the bot
 */
public record ShutGate(UserId user, @Nullable String chat, Instant opensAt) {}
