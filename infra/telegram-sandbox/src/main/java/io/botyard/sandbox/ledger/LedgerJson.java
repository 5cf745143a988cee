package io.botyard.sandbox.ledger;

import io.botyard.sandbox.exchange.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls as the sandbox shows them. */
public final class LedgerJson {

    private LedgerJson() {}

    public static ObjectNode of(CallPage page) {
        ArrayNode calls = Json.array();
        page.calls().forEach(call -> calls.add(of(call)));
        ObjectNode shown = Json.object();
        shown.set("calls", calls);
        return shown.put("next", page.next());
    }

    private static ObjectNode of(Call call) {
        ObjectNode shown =
                Json.object().put("seq", call.seq()).put("at", call.at().toString());
        if (call.botId() == 0) {
            shown.putNull("bot_id");
        } else {
            shown.put("bot_id", call.botId());
        }
        shown.put("method", call.method());
        shown.put("chat_id", call.chatId().isEmpty() ? null : call.chatId());
        shown.set("parameters", call.parameters());
        Answer answer = call.answer();
        if (answer == null) {
            return shown.putNull("answer");
        }
        write(answer, shown.putObject("answer"));
        if (call.answeredAt() != null) {
            shown.put("answered_at", call.answeredAt().toString());
        }
        return shown;
    }

    static void write(Answer answer, ObjectNode into) {
        into.put("status", answer.status());
        if (answer.errorCode() != null) {
            into.put("error_code", answer.errorCode());
        }
        if (answer.description() != null) {
            into.put("description", answer.description());
        }
        if (answer.retryAfter() != null) {
            into.put("retry_after", answer.retryAfter());
        }
        if (answer.messageId() != null) {
            into.put("message_id", answer.messageId());
        }
    }
}
