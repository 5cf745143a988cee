package io.botyard.worker.telegram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When Telegram is left alone for a while.
 *
 * @param window how many of a bot's last calls are looked at, and of all bots' together ten times as many
 * @param failing the part of them, in percent, that opens a breaker; above 50, since one bot among others is half of all
 *     that counts at most
 * @param open how long nothing is asked then, before one probe is
 */
@Validated
@ConfigurationProperties("botyard.worker.breaker")
public record BreakerSettings(
        @DefaultValue("10") @Min(2) @Max(1000) int window,
        @DefaultValue("60") @Min(51) @Max(100) int failing,
        @DefaultValue("5s") Duration open) {}
