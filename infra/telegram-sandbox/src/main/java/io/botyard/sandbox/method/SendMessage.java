package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessages;

/** Sends a text. */
final class SendMessage implements Method {

    private final SentMessages messages;

    SendMessage(SentMessages messages) {
        this.messages = messages;
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        return Words.flawOfText(parameters)
                .orElseGet(() -> TargetChat.of(
                        parameters,
                        chat -> Reply.done(MessageJson.of(bot, messages.send(bot.id(), chat, content(parameters))))));
    }

    @Override
    public void restore(PastCall call) {
        messages.keep(call.sent(content(call.parameters())));
    }

    private static Content content(Parameters parameters) {
        return new Content(parameters.text("text"), null, Words.keyboard(parameters));
    }
}
