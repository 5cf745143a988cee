package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;

/** Who the bot is. */
final class GetMe implements Method {

    @Override
    public Reply answer(Bot bot, Parameters parameters) {
        return Reply.done(Faces.bot(bot)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false)
                .put("has_topics_enabled", false)
                .put("allows_users_to_create_topics", false));
    }
}
