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
            case Reply.Done done -> new Answer(200, null, null, null, messageId(done.result()));
            case Reply.Refused refused -> refusal(refused);
            case Reply.ProxyPage page -> new Answer(page.status(), null, page.reason(), null, null);
            case Reply.Silence silence -> lost(null);
        };
    }

    /** It was acted upon, and the sender never learns how. */
    static Answer lostAfter(Reply reply) {
        return lost(of(reply).messageId());
    }

    private static Answer refusal(Reply.Refused refused) {
        Integer retryAfter = refused.retryAfter() == 0 ? null : (Integer) refused.retryAfter();
        return new Answer(refused.status(), refused.status(), refused.description(), retryAfter, null);
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
