package io.botyard.ratelimit.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member that joins the others in its own time. Where none is there but one that is frozen, nobody gives that one up and
 * nobody lets others in, so whoever can do without goes on without.
 */
public final class JoiningMember implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JoiningMember.class);

    /** Those that are well let another in sooner. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final CompletableFuture<HazelcastInstance> joined;
    private final boolean owned;
    private volatile boolean closed;

    private JoiningMember(CompletableFuture<HazelcastInstance> joined, boolean owned) {
        this.joined = joined;
        this.owned = owned;
    }

    /**
     * Returns when it has joined, or after 5 s; it goes on trying.
     *
     * @throws IllegalStateException when it cannot listen where it is told to
     */
    public static JoiningMember start(HazelcastSettings settings) {
        var member = new JoiningMember(new CompletableFuture<>(), true);
        Thread.ofPlatform().daemon().name("hazelcast-join").start(() -> member.join(settings));
        try {
            var _ = member.joined.get(USUAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unanswered) {
            LOG.atWarn().addKeyValue("reason", "no answer").log("goes on without the other members of Hazelcast");
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Hazelcast does not start", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return member;
    }

    /** One that has joined, and that somebody else ends. */
    public static JoiningMember of(HazelcastInstance member) {
        return new JoiningMember(CompletableFuture.completedFuture(member), false);
    }

    /** What is made of the member once it has joined, and nothing before. */
    <T> Supplier<Optional<T>> once(Function<HazelcastInstance, T> make) {
        var made = joined.thenApply(make);
        return () -> made.isDone() && !made.isCompletedExceptionally() ? Optional.of(made.join()) : Optional.empty();
    }

    private void join(HazelcastSettings settings) {
        while (!closed) {
            try {
                joined.complete(HazelcastMember.start(settings));
                return;
            } catch (IllegalStateException unanswered) {
                LOG.atWarn().addKeyValue("reason", "no answer").log("not let in by the other members of Hazelcast");
            } catch (RuntimeException failure) {
                joined.completeExceptionally(failure);
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (owned) {
            var _ = joined.thenAccept(HazelcastInstance::shutdown);
        }
    }
}
