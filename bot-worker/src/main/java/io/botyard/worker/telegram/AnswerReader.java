package io.botyard.worker.telegram;

import io.botyard.contract.Json;
import io.botyard.contract.event.CallError.TelegramError;
import io.botyard.contract.wire.WireJson;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what came back: Telegram's JSON, or the page of a proxy that stands between. */
final class AnswerReader {

    private static final int SERVER_ERROR = 500;

    private final Redaction redaction;

    AnswerReader(Redaction redaction) {
        this.redaction = redaction;
    }

    Answer read(HttpResponse<byte[]> response) {
        var status = response.statusCode();
        return parse(response.body())
                .filter(json -> json.path("ok").isBoolean())
                .map(json -> json.path("ok").booleanValue() ? accepted(json) : denied(json, status))
                .orElseGet(() -> notTelegram(status));
    }

    private Answer accepted(JsonNode json) {
        return new Answer.Accepted(new Json(redaction.text(json.path("result").toString())));
    }

    private Answer denied(JsonNode json, int status) {
        var parameters = json.path("parameters");
        return new Answer.Denied(
                new TelegramError(
                        json.path("error_code").asInt(status),
                        redaction.text(json.path("description").asString("")),
                        intOrNull(parameters.path("retry_after"))),
                longOrNull(parameters.path("migrate_to_chat_id")));
    }

    /** A proxy's 5xx says nothing about whether Telegram acted; any other page means it was never asked. */
    private static Answer notTelegram(int status) {
        return status >= SERVER_ERROR || status < 300
                ? new Answer.Unclear("HTTP " + status + " without Telegram's answer")
                : new Answer.Denied(new TelegramError(status, "Not answered by Telegram: HTTP " + status, null), null);
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(WireJson.mapper().readTree(body));
        } catch (JacksonException page) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer intOrNull(JsonNode node) {
        return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
    }

    private static @Nullable Long longOrNull(JsonNode node) {
        return node.isNumber() ? Long.valueOf(node.asLong()) : null;
    }
}
