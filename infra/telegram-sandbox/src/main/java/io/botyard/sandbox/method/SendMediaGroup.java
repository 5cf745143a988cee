package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends an album: one message for each item. */
final class SendMediaGroup implements Method {

    private static final int LARGEST = 10;

    private final SentMessages messages;

    SendMediaGroup(SentMessages messages) {
        this.messages = messages;
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        JsonNode media = parameters.structure("media").orElseGet(Json::array);
        if (media.isEmpty()) {
            return Reply.badRequest("parameter \"media\" is required");
        }
        if (media.size() > LARGEST) {
            return Reply.badRequest("too many messages to send as an album");
        }
        return TargetChat.of(parameters, chat -> Reply.done(album(bot, chat, media)));
    }

    private ArrayNode album(Bot bot, ChatId chat, JsonNode media) {
        ArrayNode album = Json.array();
        String group = "";
        for (JsonNode item : media) {
            String type = item.path("type").asString("document");
            ObjectNode fields =
                    new FileAttachment(type).fields(item.path("media").asString(""));
            Content content = new Content(item.path("caption").asString(""), fields, null);
            ObjectNode message = MessageJson.of(bot, messages.send(bot.id(), chat, content));
            group = group.isEmpty() ? message.path("message_id").asString() : group;
            album.add(message.put("media_group_id", group));
        }
        return album;
    }
}
