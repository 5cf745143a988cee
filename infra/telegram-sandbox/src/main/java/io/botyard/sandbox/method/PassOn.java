package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.Content;
import io.botyard.sandbox.message.SentMessage;
import io.botyard.sandbox.message.SentMessages;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Forwards or copies messages. A message that no bot sent, so that the sandbox cannot know what it says, is taken to
 * be there.
 */
final class PassOn implements Method {

    private static final int MANY = 100;

    private final boolean copy;
    private final boolean several;
    private final SentMessages messages;

    private PassOn(boolean copy, boolean several, SentMessages messages) {
        this.copy = copy;
        this.several = several;
        this.messages = messages;
    }

    static PassOn forwarding(boolean several, SentMessages messages) {
        return new PassOn(false, several, messages);
    }

    static PassOn copying(boolean several, SentMessages messages) {
        return new PassOn(true, several, messages);
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        Optional<ChatId> from = ChatId.of(parameters.text("from_chat_id"));
        return TargetChat.of(parameters, to -> {
            if (from.isEmpty()) {
                return Reply.badRequest("chat not found");
            }
            return several ? all(bot, parameters, from.get(), to) : one(bot, parameters, from.get(), to);
        });
    }

    private Reply one(Bot bot, Parameters parameters, ChatId from, ChatId to) {
        long id = parameters.number("message_id", 0);
        if (id <= 0) {
            return Reply.badRequest("message to " + (copy ? "copy" : "forward") + " not found");
        }
        SentMessage sent = passOn(bot, from, id, to);
        return Reply.done(copy ? MessageJson.idOf(sent) : MessageJson.of(bot, sent));
    }

    private Reply all(Bot bot, Parameters parameters, ChatId from, ChatId to) {
        JsonNode named = parameters.structure("message_ids").orElseGet(Json::array);
        if (named.isEmpty() || named.size() > MANY) {
            return Reply.badRequest(
                    named.isEmpty()
                            ? "message identifiers are not specified"
                            : "too many message identifiers specified");
        }
        ArrayNode ids = Json.array();
        for (JsonNode id : named) {
            ids.add(MessageJson.idOf(passOn(bot, from, id.asLong(0), to)));
        }
        return Reply.done(ids);
    }

    private SentMessage passOn(Bot bot, ChatId from, long id, ChatId to) {
        Content content = messages.find(bot.id(), from, id)
                .map(SentMessage::content)
                .orElseGet(() -> new Content("Message " + id, null, null));
        return messages.send(bot.id(), to, content.withKeyboard(null));
    }
}
