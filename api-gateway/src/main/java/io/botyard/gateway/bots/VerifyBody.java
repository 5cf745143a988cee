package io.botyard.gateway.bots;

import io.botyard.contract.command.VerifyBot.TestMessage;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What to do when the bot is verified.
 *
 * @param testChatId a number or a {@code @name}, as Telegram takes it
 */
public record VerifyBody(
        @Nullable Boolean sendTestMessage,
        @Nullable @Schema(types = {"string", "integer"}) JsonNode testChatId,

        @Nullable @Size(min = 1, max = 4096) @Pattern(regexp = "[^\\x00]*")
        String testMessage) {

    static final VerifyBody EMPTY = new VerifyBody(null, null, null);

    private static final String DEFAULT_TEXT = "Your bot works with Botyard.";

    Optional<TestMessage> test() {
        if (testChatId != null && !testChatId.isNull() && !testChatId.isString() && !testChatId.isIntegralNumber()) {
            throw Rejection.invalid("test_chat_id", "wrong_type", "is a number or a text");
        }
        if (!Boolean.TRUE.equals(sendTestMessage)) {
            return Optional.empty();
        }
        var chat = ChatId.of(testChatId)
                .orElseThrow(() -> Rejection.invalid("test_chat_id", "required", "a test message needs a chat"));
        return Optional.of(new TestMessage(chat, testMessage == null ? DEFAULT_TEXT : testMessage));
    }
}
