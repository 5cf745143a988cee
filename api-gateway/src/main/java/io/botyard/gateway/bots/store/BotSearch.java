package io.botyard.gateway.bots.store;

import io.botyard.contract.BotStatus;
import java.util.Optional;

/**
 * Which bots somebody looks for.
 *
 * @param text part of the bot's username or of its user's e-mail or username, or all of a bot id or user id
 * @param page from 1
 */
public record BotSearch(Optional<BotStatus> status, Optional<String> text, int page, int pageSize) {}
