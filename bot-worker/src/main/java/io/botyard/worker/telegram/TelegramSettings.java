package io.botyard.worker.telegram;

import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which Telegram the bots call.
 *
 * @param apiUrl the operator's alone; plain http only to this machine, since every URL carries a token
 * @param connectTimeout up to 10 s
 */
@Validated
@ConfigurationProperties("botyard.worker.telegram")
public record TelegramSettings(
        @NotNull URI apiUrl, @DefaultValue("5s") Duration connectTimeout) {

    public TelegramSettings {
        if (apiUrl != null && apiUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "BOTYARD_TELEGRAM_API_URL names no host: it is like https://api.telegram.org.");
        }
        if (apiUrl != null && !"https".equals(apiUrl.getScheme()) && !isLoopback(apiUrl)) {
            throw new IllegalArgumentException(
                    "BOTYARD_TELEGRAM_API_URL must be https: every URL carries a bot's token. Plain http is for this machine alone.");
        }
    }

    private static boolean isLoopback(URI uri) {
        try {
            return "http".equals(uri.getScheme())
                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
