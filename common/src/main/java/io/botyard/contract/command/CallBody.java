package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Telegram's own parameters, byte for byte as the caller sent them: readable text, or Base64. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallBody(
        String contentType, @Nullable String text, @Nullable String base64) {

    public static final String JSON = "application/json";

    /** Escaping may double a text inside JSON; above this a body travels as Base64, so that what was accepted fits. */
    private static final int LONGEST_TEXT = 512 * 1024;

    public CallBody {
        if ((text == null) == (base64 == null)) {
            throw new IllegalArgumentException("a body is either text or Base64");
        }
    }

    public static CallBody json(String text) {
        return of(JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON body is kept readable while it is short; anything else is Base64. */
    public static CallBody of(String contentType, byte[] bytes) {
        return contentType.equals(JSON) && bytes.length <= LONGEST_TEXT
                ? new CallBody(contentType, new String(bytes, StandardCharsets.UTF_8), null)
                : new CallBody(contentType, null, Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] bytes() {
        return text != null
                ? text.getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(base64);
    }
}
