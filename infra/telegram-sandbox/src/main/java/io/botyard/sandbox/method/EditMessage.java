package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessage;
import io.botyard.sandbox.message.SentMessages;
import java.util.Optional;

/** Changes a message the bot sent. Inline messages, which nobody here can see, are always changed. */
final class EditMessage implements Method {

    private static final String NOT_MODIFIED =
            "message is not modified: specified new message content and reply markup are exactly the same as a current "
                    + "content and reply markup of the message";

    private final Edit edit;
    private final SentMessages messages;

    EditMessage(Edit edit, SentMessages messages) {
        this.edit = edit;
        this.messages = messages;
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        return edit.flaw(parameters).orElseGet(() -> {
            if (parameters.has("inline_message_id")) {
                return Reply.yes();
            }
            return TargetChat.of(parameters, chat -> inChat(bot, chat, parameters));
        });
    }

    @Override
    public void restore(PastCall call) {
        call.target(messages)
                .ifPresent(message -> messages.edit(message, edit.apply(message.content(), call.parameters())));
    }

    private Reply inChat(Bot bot, ChatId chat, Parameters parameters) {
        long id = parameters.number("message_id", 0);
        if (id <= 0) {
            return Reply.badRequest("message identifier is not specified");
        }
        Optional<SentMessage> found = messages.find(bot.id(), chat, id);
        if (found.isEmpty()) {
            return Reply.badRequest("message to edit not found");
        }
        SentMessage before = found.get();
        Content after = edit.apply(before.content(), parameters);
        if (after.equals(before.content())) {
            return Reply.badRequest(NOT_MODIFIED);
        }
        return messages.edit(before, after)
                .map(message -> Reply.done(MessageJson.of(bot, message)))
                .orElseGet(() -> Reply.badRequest("message to edit not found"));
    }
}
