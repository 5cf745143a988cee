package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Telegram's own parameters, byte for byte as the caller sent them: readable text, Base64, or sealed for their user. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallBody(
        String contentType,
        @Nullable String text,
        @Nullable String base64,
        @Nullable SealedSecret sealed) {

    public static final String JSON = "application/json";

    /** Escaping may double a text inside JSON; above this a body travels as Base64, so that what was accepted fits. */
    private static final int LONGEST_TEXT = 512 * 1024;

    public CallBody {
        if (Stream.of(text, base64, sealed).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("a body is either text or Base64, or it is sealed");
        }
    }

    public static CallBody json(String text) {
        return of(JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON body is kept readable while it is short; anything else is Base64. */
    public static CallBody of(String contentType, byte[] bytes) {
        return contentType.equals(JSON) && bytes.length <= LONGEST_TEXT
                ? new CallBody(contentType, new String(bytes, StandardCharsets.UTF_8), null, null)
                : new CallBody(contentType, null, Base64.getEncoder().encodeToString(bytes), null);
    }

    /** What is to be sealed of it. */
    public Secret secret() {
        return new Secret(Base64.getEncoder().encodeToString(bytes()));
    }

    /** The same body, its {@link #secret} sealed. */
    public CallBody sealedAs(SealedSecret secret) {
        return new CallBody(contentType, null, null, secret);
    }

    /** The body that was sealed. */
    public CallBody openedAs(Secret secret) {
        return of(contentType, Base64.getDecoder().decode(secret.value()));
    }

    /**
     * As Telegram is to have them.
     *
     * @throws IllegalStateException when the body is sealed
     */
    public byte[] bytes() {
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (base64 != null) {
            return Base64.getDecoder().decode(base64);
        }
        throw new IllegalStateException("a sealed body is opened before it is read");
    }
}
