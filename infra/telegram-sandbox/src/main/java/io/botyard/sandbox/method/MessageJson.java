package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessage;
import tools.jackson.databind.node.ObjectNode;

/** Messages as Telegram shows them. */
final class MessageJson {

    private MessageJson() {}

    static ObjectNode of(Bot bot, SentMessage message) {
        ObjectNode shown = Json.object().put("message_id", message.id());
        shown.set("from", Faces.bot(bot));
        shown.set("chat", Faces.chat(message.chat()));
        shown.put("date", message.date());
        if (message.edited() != 0) {
            shown.put("edit_date", message.edited());
        }
        Content content = message.content();
        ObjectNode attachments = content.attachments();
        if (attachments == null) {
            shown.put("text", content.text());
        } else {
            attachments.properties().forEach(field -> shown.set(field.getKey(), field.getValue()));
            if (!content.text().isEmpty()) {
                shown.put("caption", content.text());
            }
        }
        if (content.keyboard() != null) {
            shown.set("reply_markup", content.keyboard());
        }
        return shown;
    }

    static ObjectNode idOf(SentMessage message) {
        return Json.object().put("message_id", message.id());
    }
}
