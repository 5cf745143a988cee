package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.ledger.Answer;
import io.botyard.sandbox.ledger.Call;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessage;
import io.botyard.sandbox.message.SentMessages;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A call of an earlier life that was acted upon, as the ledger kept it. */
record PastCall(long botId, ChatId chat, Parameters parameters, long messageId, long date) {

    /** Empty when the call left nothing to remember. */
    static Optional<PastCall> of(Call call) {
        Answer answer = call.answer();
        if (answer == null || (!answer.ok() && answer.messageId() == null)) {
            return Optional.empty();
        }
        long message = answer.messageId() == null ? 0 : answer.messageId();
        return call.parameters() instanceof ObjectNode fields
                ? ChatId.of(call.chatId())
                        .map(chat -> new PastCall(
                                call.botId(),
                                chat,
                                new Parameters(fields),
                                message,
                                call.at().getEpochSecond()))
                : Optional.empty();
    }

    SentMessage sent(Content content) {
        return new SentMessage(messageId, botId, chat, date, 0, content);
    }

    /** The message that an edit or a deletion was about. */
    Optional<SentMessage> target(SentMessages messages) {
        return messages.find(botId, chat, parameters.number("message_id", 0));
    }
}
