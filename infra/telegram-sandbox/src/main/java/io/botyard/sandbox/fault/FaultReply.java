package io.botyard.sandbox.fault;

import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.ChatId;
import io.botyard.sandbox.exchange.Reply;
import java.util.Objects;
import java.util.Optional;

/** Says a fault's error in Telegram's words, or in a proxy's when Telegram itself would be away. */
public final class FaultReply {

    private FaultReply() {}

    /** Empty when the fault asks for no error. */
    public static Optional<Reply> of(Fault fault, BotRequest request) {
        if (fault.errorCode() == null) {
            return Optional.empty();
        }
        int code = fault.errorCode();
        if (fault.description() == null && code >= 502) {
            return Optional.of(new Reply.ProxyPage(code, proxyReason(code)));
        }
        int retryAfter = fault.retryAfter() != null ? fault.retryAfter() : code == 429 ? 1 : 0;
        long migrateTo = fault.migrateToChatId() == null ? 0 : fault.migrateToChatId();
        String words = Objects.requireNonNullElseGet(
                fault.description(), () -> words(code, retryAfter, migrateTo != 0, request));
        return Optional.of(new Reply.Refused(code, words, retryAfter, migrateTo));
    }

    private static String words(int code, int retryAfter, boolean migrated, BotRequest request) {
        return switch (code) {
            case 400 ->
                migrated ? "Bad Request: group chat was upgraded to a supergroup chat" : "Bad Request: chat not found";
            case 401 -> "Unauthorized";
            case 403 -> forbidden(request);
            case 404 -> "Not Found";
            case 409 ->
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
            case 413 -> "Request Entity Too Large";
            case 429 -> "Too Many Requests: retry after " + retryAfter;
            case 500 -> "Internal Server Error: restart";
            default -> code < 500 ? "Bad Request" : "Internal Server Error";
        };
    }

    private static String forbidden(BotRequest request) {
        Optional<ChatId> chat = ChatId.of(request.chatId());
        if (chat.isEmpty() || chat.get().isPrivate()) {
            return "Forbidden: bot was blocked by the user";
        }
        return "Forbidden: bot was kicked from the " + chat.get().type() + " chat";
    }

    private static String proxyReason(int code) {
        return switch (code) {
            case 502 -> "Bad Gateway";
            case 503 -> "Service Temporarily Unavailable";
            case 504 -> "Gateway Time-out";
            default -> "Error";
        };
    }
}
