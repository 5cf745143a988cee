package io.botyard.audit.entry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public record EntryHash(String hex) {
    private static final int LENGTH = 64;

    /** What the first entry of a chain follows. */
    public static final EntryHash GENESIS = new EntryHash("0".repeat(64));

    public EntryHash {
        if (!isSha256(hex)) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
    }

    private static boolean isSha256(String hex) {
        for (var i = 0; i < hex.length(); i++) {
            var c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return hex.length() == LENGTH;
    }

    public static EntryHash of(byte[] bytes) {
        try {
            return new EntryHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
