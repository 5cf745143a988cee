package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import tools.jackson.databind.node.ObjectNode;

/** All about a chat: every chat that can exist does. */
final class GetChat implements Method {

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        return TargetChat.of(parameters, chat -> Reply.done(full(chat)));
    }

    private static ObjectNode full(ChatId chat) {
        ObjectNode shown = Faces.chat(chat).put("accent_color_id", 0).put("max_reaction_count", 11);
        shown.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        if (!chat.isPrivate()) {
            shown.putObject("permissions").put("can_send_messages", true).put("can_send_other_messages", true);
        }
        return shown;
    }
}
