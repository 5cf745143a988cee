package io.botyard.gateway.identity.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.ApiKeyId;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Standing;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read of a credential, reused for a second from before the reading began. Concurrent questions share one
 * reading; one that turns out older than a second helps nobody, and whoever waited for it reads for themselves.
 */
final class RecentStandings {

    static final Duration REUSED = Duration.ofSeconds(1);

    private static final int MOST = 100_000;

    private record Reading(long begun, FutureTask<Found> task) {}

    private final Function<Credential, Found> rows;
    private final Ticker ticker;
    private final Cache<Credential, Reading> readings;

    RecentStandings(Function<Credential, Found> rows, Ticker ticker) {
        this.rows = rows;
        this.ticker = ticker;
        this.readings = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REUSED)
                .ticker(ticker)
                .build();
    }

    /** Fails as the reading fails. */
    Found of(Credential credential) {
        var reading = readings.asMap()
                .compute(credential, (same, known) -> known != null && isRecent(known) ? known : begin(credential));
        var found = result(credential, reading);
        if (!(found instanceof Found.Good)) {
            readings.asMap().remove(credential, reading);
        }
        return isRecent(reading) ? found : rows.apply(credential);
    }

    /** What it concerns is read again by whoever asks next. */
    void forget(Ending ending) {
        switch (ending) {
            case Ending.OfSession(SessionId id) -> readings.asMap().remove(new Credential.OfSession(id));
            case Ending.OfKey(ApiKeyId id) ->
                forget(standing -> standing.key().filter(id::equals).isPresent());
            case Ending.OfUser(UserId id) -> forget(standing -> standing.user().equals(id));
        }
    }

    /** A reading that is not done may be of anybody, and may have begun before it ended. */
    private void forget(Predicate<Standing> concerned) {
        readings.asMap()
                .values()
                .removeIf(reading -> reading.task().state() != State.SUCCESS
                        || !(reading.task().resultNow() instanceof Found.Good(Standing standing))
                        || concerned.test(standing));
    }

    private Reading begin(Credential credential) {
        return new Reading(ticker.read(), new FutureTask<>(() -> rows.apply(credential)));
    }

    private boolean isRecent(Reading reading) {
        return ticker.read() - reading.begun() < REUSED.toNanos();
    }

    /** Whoever comes first reads; the others wait for it. */
    private Found result(Credential credential, Reading reading) {
        reading.task().run();
        try {
            return reading.task().get();
        } catch (ExecutionException failed) {
            readings.asMap().remove(credential, reading);
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("reading a standing failed", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }
}
