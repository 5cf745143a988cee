package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.ledger.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the ledger keeps of a reply. */
final class AnswerNote {

    private AnswerNote() {}

    static Answer of(Reply reply) {
        return switch (reply) {
            case Reply.Done(JsonNode result, _) -> new Answer(200, null, null, null, messageId(result));
            case Reply.Refused(int status, String why, int retryAfter, _) ->
                new Answer(status, status, why, retryAfter == 0 ? null : retryAfter, null);
            case Reply.ProxyPage(int status, String reason) -> new Answer(status, null, reason, null, null);
            case Reply.Silence() -> lost(null);
        };
    }

    /** It was acted upon, and the sender never learns how. */
    static Answer lostAfter(Reply reply) {
        return lost(of(reply).messageId());
    }

    private static Answer lost(@Nullable Long messageId) {
        return new Answer(0, null, "connection closed without an answer", null, messageId);
    }

    private static @Nullable Long messageId(JsonNode result) {
        JsonNode last = result.isArray() && !result.isEmpty() ? result.get(result.size() - 1) : result;
        long id = last.path("message_id").asLong(0);
        return id == 0 ? null : id;
    }
}
