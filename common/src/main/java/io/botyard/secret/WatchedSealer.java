package io.botyard.secret;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys of which is known whether they are within reach: while they are not, they are tried once a second. */
public final class WatchedSealer implements TokenSealer {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedSealer.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** Sealing is what every service may do. */
    private static final Secret TRIAL = new Secret("trial");

    private final TokenSealer keys;
    private final LongAdder failures = new LongAdder();
    private final AtomicReference<@Nullable Thread> watch = new AtomicReference<>();

    public WatchedSealer(TokenSealer keys) {
        this.keys = keys;
    }

    /** Whether something could be sealed or opened when that was last tried. */
    public boolean reachable() {
        return watch.get() == null;
    }

    /** How often something could not be sealed or opened for that reason. */
    public long failures() {
        return failures.sum();
    }

    @Override
    public SealedSecret encrypt(UserId owner, Secret secret) {
        return watched(() -> keys.encrypt(owner, secret));
    }

    @Override
    public Secret decrypt(UserId owner, SealedSecret sealed) {
        return watched(() -> keys.decrypt(owner, sealed));
    }

    @Override
    public List<Rewrapped> rewrap(List<OwnedSecret> secrets) {
        return watched(() -> keys.rewrap(secrets));
    }

    @Override
    public int newest() {
        return keys.newest();
    }

    @Override
    public int oldest() {
        return keys.oldest();
    }

    @Override
    public OptionalInt versionOf(SealedSecret sealed) {
        return keys.versionOf(sealed);
    }

    @Override
    public int rotateFrom(int current) {
        return keys.rotateFrom(current);
    }

    @Override
    public void retireBefore(int oldest) {
        keys.retireBefore(oldest);
    }

    private <T> T watched(Supplier<T> question) {
        try {
            return question.get();
        } catch (CipherUnavailable away) {
            failures.increment();
            watch(String.valueOf(away.getMessage()));
            throw away;
        }
    }

    private void watch(String reason) {
        var trials = Thread.ofVirtual().name("secret-watch").unstarted(this::tryUntilReached);
        if (watch.compareAndSet(null, trials)) {
            LOG.atWarn().addKeyValue("reason", reason).log("keys are out of reach");
            trials.start();
        }
    }

    private void tryUntilReached() {
        try {
            do {
                Thread.sleep(BETWEEN_TRIES);
            } while (!isReached());
            LOG.info("keys are within reach again");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            watch.set(null);
        }
    }

    private boolean isReached() {
        try {
            var _ = keys.encrypt(UserId.PLATFORM, TRIAL);
            return true;
        } catch (CipherUnavailable away) {
            return false;
        }
    }

    @Override
    public void close() {
        var trials = watch.get();
        if (trials != null) {
            trials.interrupt();
        }
        keys.close();
    }
}
