package io.botyard.gateway.identity.session;

import io.botyard.contract.SessionId;
import io.botyard.gateway.identity.key.KeySettings;
import io.botyard.gateway.identity.key.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes refresh tokens and knows them again. A token is its session's id, a secret, and a tag that only the gateways'
 * key makes: by the tag even a token spent long ago is known for ours, and a guessed one ends nobody's session. The
 * successor follows from the token and the key, so it can be told twice and need not be kept.
 */
@Component
public final class RefreshTokens {

    private static final String FILE = "refresh.key";
    private static final byte[] TAG = "refresh token tag".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SUCCESSOR = "refresh successor".getBytes(StandardCharsets.US_ASCII);
    private static final int SESSION_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int ALL_BYTES = SESSION_BYTES + SECRET_BYTES + TAG_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hash;

    RefreshTokens(KeySettings settings) {
        hash = KeyedHash.in(settings.directory().resolve(FILE));
    }

    /** The first of a session. */
    RefreshToken first(SessionId session) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return token(session, secret);
    }

    /** Always the same one. */
    RefreshToken successor(RefreshToken spent) {
        return token(spent.session(), hash.of(SUCCESSOR, bytes(spent.session()), spent.secret()));
    }

    /** Nothing when we never made it. Whether it is still good, its session knows. */
    public Optional<RefreshToken> read(String text) {
        return decoded(text).filter(bytes -> bytes.length == ALL_BYTES).flatMap(this::genuine);
    }

    private Optional<RefreshToken> genuine(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var session = new SessionId(new UUID(buffer.getLong(), buffer.getLong()));
        var secret = Arrays.copyOfRange(bytes, SESSION_BYTES, SESSION_BYTES + SECRET_BYTES);
        var tag = Arrays.copyOfRange(bytes, SESSION_BYTES + SECRET_BYTES, ALL_BYTES);
        return MessageDigest.isEqual(tag, tag(session, secret))
                ? Optional.of(token(session, secret))
                : Optional.empty();
    }

    private RefreshToken token(SessionId session, byte[] secret) {
        var all = ByteBuffer.allocate(ALL_BYTES)
                .put(bytes(session))
                .put(secret)
                .put(tag(session, secret))
                .array();
        return new RefreshToken(
                session, secret, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    private byte[] tag(SessionId session, byte[] secret) {
        return Arrays.copyOf(hash.of(TAG, bytes(session), secret), TAG_BYTES);
    }

    private static byte[] bytes(SessionId session) {
        return ByteBuffer.allocate(SESSION_BYTES)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .array();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
