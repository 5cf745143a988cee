package io.botyard.sandbox.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an arrival, its answer and the mark of a reset look in the file. */
final class LedgerLine {

    private static final byte[] ARRIVAL = "{\"seq\":".getBytes(UTF_8);
    private static final byte[] ANSWER = "{\"answers\":".getBytes(UTF_8);
    private static final byte[] RESET = "{\"reset\":".getBytes(UTF_8);
    private static final byte[] MESSAGE_ID = "\"message_id\":".getBytes(UTF_8);

    private LedgerLine() {}

    /** All of an arrival but its place and time, which are known only under the ledger's lock. */
    static byte[] arrivalTail(BotRequest request) {
        Redaction redaction = Redaction.of(request);
        ObjectNode line = Json.object().put("bot_id", request.botId()).put("method", redaction.text(request.method()));
        if (!request.chatId().isEmpty()) {
            line.put("chat_id", redaction.text(request.chatId()));
        }
        line.set("parameters", redaction.node(request.parameters().fields()));
        return Json.bytes(line);
    }

    static byte[] arrival(long seq, Instant at, byte[] tail) {
        byte[] head = ("{\"seq\":" + seq + ",\"at\":\"" + at + "\",").getBytes(UTF_8);
        byte[] line = new byte[head.length + tail.length - 1];
        System.arraycopy(head, 0, line, 0, head.length);
        System.arraycopy(tail, 1, line, head.length, tail.length - 1);
        return line;
    }

    static byte[] answer(long seq, Instant at, Answer answer) {
        ObjectNode line = Json.object().put("answers", seq).put("at", at.toString());
        LedgerJson.write(answer.withoutTokens(), line);
        return Json.bytes(line);
    }

    static byte[] reset(long lastSeq, long lastMessageId) {
        return Json.bytes(Json.object().put("reset", lastSeq).put("message_id", lastMessageId));
    }

    static boolean isArrival(byte[] line) {
        return startsWith(line, 0, ARRIVAL);
    }

    static boolean isAnswer(byte[] line) {
        return startsWith(line, 0, ANSWER);
    }

    /** The seq that the line is about; read by hand because every line is read at a start. */
    static long seq(byte[] line) {
        return number(line, (isArrival(line) ? ARRIVAL : isAnswer(line) ? ANSWER : RESET).length);
    }

    /** The message that an answer or a reset speaks of, or 0. */
    static long messageId(byte[] line) {
        for (int i = 0; i < line.length - MESSAGE_ID.length; i++) {
            if (startsWith(line, i, MESSAGE_ID)) {
                return number(line, i + MESSAGE_ID.length);
            }
        }
        return 0;
    }

    static Call call(byte[] line) {
        JsonNode node = Json.read(line);
        return new Call(
                node.path("seq").asLong(),
                Instant.parse(node.path("at").asString()),
                node.path("bot_id").asLong(),
                node.path("method").asString(),
                node.path("chat_id").asString(""),
                node.path("parameters"),
                null,
                null);
    }

    /** A call with the answer of this line. */
    static Call answered(Call call, byte[] line) {
        JsonNode node = Json.read(line);
        @Nullable JsonNode at = node.get("at");
        return call.with(answer(node), at == null ? null : Instant.parse(at.asString()));
    }

    private static Answer answer(JsonNode node) {
        @Nullable JsonNode message = node.get("message_id");
        return new Answer(
                node.path("status").asInt(),
                integer(node, "error_code"),
                node.path("description").asString(null),
                integer(node, "retry_after"),
                message == null ? null : message.asLong());
    }

    private static @Nullable Integer integer(JsonNode node, String field) {
        @Nullable JsonNode value = node.get(field);
        return value == null ? null : value.asInt();
    }

    private static boolean startsWith(byte[] line, int from, byte[] prefix) {
        return line.length >= from + prefix.length
                && java.util.Arrays.equals(line, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static long number(byte[] line, int from) {
        long number = 0;
        for (int i = from; i < line.length && line[i] >= '0' && line[i] <= '9'; i++) {
            number = number * 10 + (line[i] - '0');
        }
        return number;
    }
}
