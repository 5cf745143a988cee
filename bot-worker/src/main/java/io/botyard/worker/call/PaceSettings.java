package io.botyard.worker.call;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Telegram's own pace for what puts a message into a chat: about one a second into a chat with short bursts, 20 a minute
 * into a group, 30 a second to all chats of a bulk (https://core.telegram.org/bots/faq, "My bot is hitting limits").
 *
 * @param kept {@code false} for a Telegram that has no such pace
 * @param chat between two messages into one chat
 * @param chatBurst so many at once after a rest
 * @param group between two messages into one group; with its burst, never more than 20 in any minute
 * @param groupBurst so many at once after a rest
 * @param bulkPerSecond calls with {@code priority=bulk} of one bot
 * @param calmAfter a bot that Telegram told to wait goes half as fast, and twice as fast again each time this has passed
 *     without another
 */
@Validated
@ConfigurationProperties("botyard.worker.pace")
record PaceSettings(
        @DefaultValue("true") boolean kept,
        @DefaultValue("1s") Duration chat,
        @DefaultValue("3") @Min(1) int chatBurst,
        @DefaultValue("4s") Duration group,
        @DefaultValue("5") @Min(1) int groupBurst,
        @DefaultValue("30") @Min(1) int bulkPerSecond,
        @DefaultValue("30s") Duration calmAfter) {}
