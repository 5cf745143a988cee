package io.botyard.sandbox.control;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.fault.Fault;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A fault as it is ordered and shown. */
final class FaultForm {

    private static final Set<String> FIELDS = Set.of(
            "bot_id",
            "method",
            "chat_id",
            "error_code",
            "description",
            "retry_after",
            "migrate_to_chat_id",
            "delay_ms",
            "hang",
            "drop_after_receipt",
            "times");

    private FaultForm() {}

    static Fault read(Fields fields) throws BadInput {
        fields.allowOnly(FIELDS);
        Integer delay = fields.small("delay_ms");
        Integer times = fields.small("times");
        Fault fault;
        try {
            fault = new Fault(
                    fields.number("bot_id"),
                    fields.text("method"),
                    fields.text("chat_id"),
                    errorCode(fields),
                    fields.text("description"),
                    fields.small("retry_after"),
                    fields.number("migrate_to_chat_id"),
                    Duration.ofMillis(delay == null ? 0 : delay),
                    fields.flag("hang"),
                    fields.flag("drop_after_receipt"),
                    times == null ? 1 : times);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        if (fault.errorCode() == null && fault.delay().isZero() && !fault.hang() && !fault.dropAfterReceipt()) {
            throw new BadInput("a fault has error_code, retry_after, migrate_to_chat_id, delay_ms, hang or"
                    + " drop_after_receipt");
        }
        return fault;
    }

    static ObjectNode write(Fault fault) {
        ObjectNode shown = Json.object()
                .put("bot_id", fault.botId())
                .put("method", fault.method())
                .put("chat_id", fault.chatId())
                .put("error_code", fault.errorCode())
                .put("description", fault.description())
                .put("retry_after", fault.retryAfter())
                .put("migrate_to_chat_id", fault.migrateToChatId());
        return shown.put("delay_ms", fault.delay().toMillis())
                .put("hang", fault.hang())
                .put("drop_after_receipt", fault.dropAfterReceipt())
                .put("times", fault.times());
    }

    /** Who names a waiting time or a new chat means the error that carries it. */
    private static @Nullable Integer errorCode(Fields fields) throws BadInput {
        Integer code = fields.small("error_code");
        if (code == null && fields.small("retry_after") != null) {
            return 429;
        }
        return code == null && fields.number("migrate_to_chat_id") != null ? (Integer) 400 : code;
    }
}
