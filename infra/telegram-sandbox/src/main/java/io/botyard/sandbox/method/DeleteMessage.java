package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.SentMessages;
import tools.jackson.databind.JsonNode;

/** Deletes a message, or several; of several those that are not there are passed over. */
final class DeleteMessage implements Method {

    private final boolean several;
    private final SentMessages messages;

    DeleteMessage(boolean several, SentMessages messages) {
        this.several = several;
        this.messages = messages;
    }

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        return TargetChat.of(parameters, chat -> several ? all(bot, chat, parameters) : one(bot, chat, parameters));
    }

    @Override
    public void restore(PastCall call) {
        call.target(messages).ifPresent(messages::delete);
    }

    private Reply one(Bot bot, ChatId chat, Parameters parameters) {
        long id = parameters.number("message_id", 0);
        if (id <= 0) {
            return Reply.badRequest("message identifier is not specified");
        }
        return delete(bot, chat, id) ? Reply.yes() : Reply.badRequest("message to delete not found");
    }

    private Reply all(Bot bot, ChatId chat, Parameters parameters) {
        JsonNode ids = parameters.structure("message_ids").orElseGet(Json::array);
        if (ids.isEmpty()) {
            return Reply.badRequest("message identifiers are not specified");
        }
        ids.forEach(id -> delete(bot, chat, id.asLong(0)));
        return Reply.yes();
    }

    private boolean delete(Bot bot, ChatId chat, long id) {
        return messages.find(bot.id(), chat, id).map(messages::delete).orElse(false);
    }
}
