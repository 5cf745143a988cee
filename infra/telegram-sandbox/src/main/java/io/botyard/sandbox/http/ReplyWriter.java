package io.botyard.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes replies as Telegram does. */
final class ReplyWriter {

    private ReplyWriter() {}

    static void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (reply) {
            case Reply.Done(JsonNode result, String description) -> json(response, 200, done(result, description));
            case Reply.Refused refused -> refused(response, refused);
            case Reply.ProxyPage(int status, String reason) -> page(response, status, reason);
            case Reply.Silence() -> AbruptEnd.of(request);
        }
    }

    static void json(HttpServletResponse response, int status, JsonNode body) throws IOException {
        send(response, status, "application/json", Json.bytes(body));
    }

    private static ObjectNode done(JsonNode result, @Nullable String description) {
        ObjectNode body = Json.object().put("ok", true);
        body.set("result", result);
        return description == null ? body : body.put("description", description);
    }

    private static void refused(HttpServletResponse response, Reply.Refused refused) throws IOException {
        ObjectNode body = Json.object()
                .put("ok", false)
                .put("error_code", refused.status())
                .put("description", refused.description());
        if (refused.retryAfter() > 0) {
            body.putObject("parameters").put("retry_after", refused.retryAfter());
            response.setIntHeader("Retry-After", refused.retryAfter());
        }
        if (refused.migrateToChatId() != 0) {
            body.withObjectProperty("parameters").put("migrate_to_chat_id", refused.migrateToChatId());
        }
        json(response, refused.status(), body);
    }

    private static void page(HttpServletResponse response, int status, String reason) throws IOException {
        String title = status + " " + reason;
        String html = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
        send(response, status, "text/html", html.getBytes(UTF_8));
    }

    private static void send(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
