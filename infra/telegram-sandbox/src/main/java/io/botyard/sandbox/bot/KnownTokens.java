package io.botyard.sandbox.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.sandbox.exchange.Token;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one bot: every one is good until it is revoked. Revoking ends those seen so far, or, when none was
 * seen, the next one; a later token of the same bot is good again. Only hashes are kept on disk.
 */
final class KnownTokens {

    private final Set<String> seen = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();
    private boolean nextIsRevoked;
    private volatile @Nullable String lastGood;

    /** What accepting a token came to. */
    enum Verdict {
        GOOD,
        REVOKED,
        /** Revoked just now, which is worth writing down. */
        REVOKED_NOW
    }

    Verdict judge(Token token) {
        if (token.value().equals(lastGood)) {
            return Verdict.GOOD;
        }
        synchronized (this) {
            String hash = hash(token);
            if (revoked.contains(hash)) {
                return Verdict.REVOKED;
            }
            if (nextIsRevoked) {
                nextIsRevoked = false;
                revoked.add(hash);
                return Verdict.REVOKED_NOW;
            }
            seen.add(hash);
            lastGood = token.value();
            return Verdict.GOOD;
        }
    }

    synchronized void revoke() {
        nextIsRevoked = seen.isEmpty();
        revoked.addAll(seen);
        seen.clear();
        lastGood = null;
    }

    synchronized Revocations revocations() {
        return new Revocations(Set.copyOf(revoked), nextIsRevoked);
    }

    synchronized void restore(Revocations kept) {
        revoked.addAll(kept.hashes());
        nextIsRevoked = kept.next();
    }

    private static String hash(Token token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(token.value().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
