package io.botyard.worker.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.contract.command.CallBody;
import io.botyard.contract.wire.WireJson;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** The {@code chat_id} in a call's body. The gateway took the body, so it is well-formed and names a chat once at most. */
final class ChatAddress {

    private static final String FIELD = "chat_id";
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "content-disposition:[^\\r\\n]*[;\\s]name=(?:\"chat_id\"|chat_id(?=[;\\s]|$))", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private ChatAddress() {}

    /** The same body for another chat, the rest byte for byte; nothing when it names no chat. */
    static Optional<CallBody> in(CallBody body, long chat) {
        return body.contentType().equals(CallBody.JSON) ? inJson(body, chat) : inForm(body, chat);
    }

    private static Optional<CallBody> inJson(CallBody body, long chat) {
        var text = new String(body.bytes(), UTF_8);
        try (var json = WireJson.mapper().createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (name.equals(FIELD)) {
                    var from = (int) json.currentTokenLocation().getCharOffset();
                    json.finishToken();
                    var to = (int) json.currentLocation().getCharOffset();
                    return Optional.of(CallBody.json(text.substring(0, from) + chat + text.substring(to)));
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** A byte is a character here, so that files stay as they are. */
    private static Optional<CallBody> inForm(CallBody body, long chat) {
        var boundary = BOUNDARY.matcher(body.contentType());
        if (!boundary.find()) {
            return Optional.empty();
        }
        var delimiter = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        var form = new String(body.bytes(), ISO_8859_1);
        for (var part = form.indexOf(delimiter); part >= 0; ) {
            var headers = form.indexOf(END_OF_HEADERS, part);
            var end = headers < 0 ? -1 : form.indexOf("\r\n" + delimiter, headers + 2);
            if (end < 0) {
                return Optional.empty();
            }
            if (NAMED.matcher(form.substring(part, headers)).find()) {
                var there = form.substring(0, headers + END_OF_HEADERS.length()) + chat + form.substring(end);
                return Optional.of(CallBody.of(body.contentType(), there.getBytes(ISO_8859_1)));
            }
            part = end + 2;
        }
        return Optional.empty();
    }
}
