package io.botyard.gateway.bots;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which Telegram the workers talk to. The gateway only says so.
 *
 * @param sandbox the server at {@code apiUrl} is Botyard's stand-in
 */
@Validated
@ConfigurationProperties("botyard.telegram")
record TelegramSettings(@NotNull URI apiUrl, boolean sandbox) {}
