package io.botyard.gateway.identity;

import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, at most as many runs at once as there are cores; who has waited 10 s for a turn is told to come back. */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Argon2PasswordEncoder argon;
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        argon = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, settings.memoryKib(), settings.iterations());
        nobodys = nobodys(settings);
    }

    /** In the form and at the cost of any other hash, at random instead of from a password: nobody knows one for it. */
    static String nobodys(PasswordSettings settings) {
        return "$argon2id$v=19$m=" + settings.memoryKib() + ",t=" + settings.iterations() + ",p=1$" + random(SALT_BYTES)
                + "$" + random(HASH_BYTES);
    }

    public String hash(String password) {
        return inTurn(() -> encode(password));
    }

    /** Takes as long, and is as likely to succeed for a guesser, when there is no such account. */
    boolean matches(String password, Optional<Account> account) {
        var hash = account.map(Account::passwordHash).orElse(nobodys);
        return inTurn(() -> argon.matches(password, hash)) && account.isPresent();
    }

    private static String random(int bytes) {
        var drawn = new byte[bytes];
        new SecureRandom().nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }

    private String encode(String password) {
        var hash = argon.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> run) {
        try {
            if (!cores.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Rejection.of(ProblemCode.BUSY);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Rejection.of(ProblemCode.BUSY);
        }
        try {
            return run.get();
        } finally {
            cores.release();
        }
    }
}
