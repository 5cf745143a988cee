package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import java.util.function.Function;

/** Finds the chat a request speaks of, or says in Telegram's words why there is none. */
final class TargetChat {

    private TargetChat() {}

    static Reply of(Parameters parameters, Function<ChatId, Reply> then) {
        String named = parameters.text("chat_id").strip();
        if (named.isEmpty()) {
            return Reply.badRequest("chat_id is empty");
        }
        return ChatId.of(named).map(then).orElseGet(() -> Reply.badRequest("chat not found"));
    }
}
