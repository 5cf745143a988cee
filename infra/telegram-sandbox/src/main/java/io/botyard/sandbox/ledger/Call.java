package io.botyard.sandbox.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that arrived.
 *
 * @param seq its place in the order of arrival; later calls have larger ones, also after a restart
 * @param botId 0 when the token had not the form of one
 * @param chatId as it was sent; empty when the call names no chat
 * @param parameters without tokens and secrets
 * @param answer null while it is unanswered, and for ever when the sandbox died before it answered
 * @param answeredAt when the answer was about to leave; null as long as there is none, and of an answer written by an
 *     earlier release
 */
public record Call(
        long seq,
        Instant at,
        long botId,
        String method,
        String chatId,
        JsonNode parameters,
        @Nullable Answer answer,
        @Nullable Instant answeredAt) {

    public boolean answeredOk() {
        return answer != null && answer.ok();
    }

    /** The message the call made, the last one if it made several; 0 when it made none. */
    public long messageId() {
        return answer == null || answer.messageId() == null ? 0 : answer.messageId();
    }

    /** A parameter as text, empty when absent. */
    public String text(String parameter) {
        return parameters.path(parameter).asString("");
    }

    Call with(Answer given, @Nullable Instant givenAt) {
        return new Call(seq, at, botId, method, chatId, parameters, given, givenAt);
    }
}
