package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessages;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Sends something else than text, perhaps with a caption. */
final class SendAttachment implements Method {

    private final Attachment attachment;
    private final SentMessages messages;

    SendAttachment(Attachment attachment, SentMessages messages) {
        this.attachment = attachment;
        this.messages = messages;
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        Optional<ObjectNode> read = attachment.read(parameters);
        if (read.isEmpty()) {
            return Reply.badRequest(attachment.absence());
        }
        return Words.flawOfCaption(parameters)
                .orElseGet(() -> TargetChat.of(parameters, chat -> {
                    Content content = content(parameters, read.get());
                    return Reply.done(MessageJson.of(bot, messages.send(bot.id(), chat, content)));
                }));
    }

    @Override
    public void restore(PastCall call) {
        attachment
                .read(call.parameters())
                .ifPresent(fields -> messages.keep(call.sent(content(call.parameters(), fields))));
    }

    private static Content content(Parameters parameters, ObjectNode attached) {
        return new Content(parameters.text("caption"), attached, Words.keyboard(parameters));
    }
}
