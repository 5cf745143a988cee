package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Json;
import tools.jackson.databind.node.ObjectNode;

/** Bots and chats as Telegram shows them. */
final class Faces {

    private Faces() {}

    static ObjectNode bot(Bot bot) {
        return Json.object()
                .put("id", bot.id())
                .put("is_bot", true)
                .put("first_name", "Sandbox " + bot.id())
                .put("username", bot.username());
    }

    static ObjectNode chat(ChatId chat) {
        ObjectNode shown = Json.object().put("id", chat.id());
        if (chat.isPrivate()) {
            shown.put("first_name", "User " + chat.id());
        } else {
            shown.put("title", "Chat " + chat.id());
        }
        if (!chat.username().isEmpty()) {
            shown.put("username", chat.username());
        }
        return shown.put("type", chat.type());
    }
}
