package io.botyard.gateway.identity.session;

import io.botyard.contract.SessionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A token that we made: 256 bits that only its bearer knows, and the session they are for. */
public final class RefreshToken {

    private final SessionId session;
    private final byte[] secret;
    private final String text;

    RefreshToken(SessionId session, byte[] secret, String text) {
        this.session = session;
        this.secret = secret.clone();
        this.text = text;
    }

    public SessionId session() {
        return session;
    }

    /** As its bearer gets it. */
    public String text() {
        return text;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** As it is kept, in hexadecimal: from it nobody gets back to the token. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[redacted]";
    }
}
