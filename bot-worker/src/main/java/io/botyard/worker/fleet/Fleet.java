package io.botyard.worker.fleet;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.BotToken;
import io.botyard.contract.UserId;
import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.SecretUnreadable;
import io.botyard.secret.TokenCipher;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Tenant;
import io.botyard.worker.store.Tenants;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The bots in memory: loaded when first used, kept while in use, left when idle. Loads of different users wait for each
 * other only where more are read from the database at once than {@link FleetSettings#loads} allows.
 */
@Component
public class Fleet {

    private final Tenants tenants;
    private final TokenCipher cipher;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Seats seats;
    private final Semaphore reads;
    private final Counter created;
    private final Map<UserId, Traffic> traffic = new ConcurrentHashMap<>();
    private final List<Consumer<Tenant>> watchers = new CopyOnWriteArrayList<>();

    Fleet(Tenants tenants, TokenCipher cipher, FleetSettings settings, Ticker ticker, MeterRegistry meters) {
        this.tenants = tenants;
        this.cipher = cipher;
        this.seats = new Seats(settings, traffic::containsKey, ticker, threads, meters);
        this.reads = new Semaphore(settings.loads(), true);
        this.created = meters.counter("botyard.fleet.creations");
    }

    /** The user's bot as it is now, or nothing when they have none. What was loaded before a change is loaded again. */
    public Optional<ResidentBot> of(UserId user) {
        while (true) {
            var seat = Loading.join(seats.of(user, this::load));
            if (seats.present(user).filter(seat::equals).isPresent()) {
                return seat.bot();
            }
        }
    }

    /** Whether this is still the user's bot as it is. */
    public boolean holds(ResidentBot seen) {
        return seats.present(seen.bot().owner())
                .flatMap(Seat::bot)
                .filter(seen::equals)
                .isPresent();
    }

    /** Takes over a committed change: from here on nothing begins by what was before, and who waits is told. */
    public void changed(Tenant tenant) {
        seats.change(tenant.user(), known -> after(known, tenant));
        // Only now: what began before is in the traffic, and what begins later sees the change.
        var calls = traffic.get(tenant.user());
        if (calls != null) {
            calls.changed(tenant.standing().suspended());
        }
        watchers.forEach(watcher -> watcher.accept(tenant));
    }

    /** How many bots are in memory. */
    public int resident() {
        return seats.taken();
    }

    /** How many calls Telegram has been asked for and has not answered. */
    public int underWay() {
        return traffic.values().stream().mapToInt(Traffic::underWay).sum();
    }

    /** Tells this watcher of each change, once nothing begins any more by what was before. It must not wait. */
    public void watch(Consumer<Tenant> watcher) {
        watchers.add(watcher);
    }

    /**
     * A call joins the traffic of its user.
     *
     * @param news told of each change, until the same leaves by {@link #exit}
     */
    public Traffic enter(UserId user, Runnable news) {
        var calls = traffic.compute(user, (_, known) -> (known == null ? new Traffic() : known).with(news));
        if (calls.pins()) {
            seats.weigh(user);
        }
        return calls;
    }

    public void exit(UserId user, Runnable news) {
        if (traffic.computeIfPresent(user, (_, calls) -> calls.without(news)) == null) {
            seats.weigh(user);
        }
    }

    /** Forgets the bots of users who are somebody else's now. */
    public void leave(Predicate<UserId> gone) {
        seats.leave(gone);
    }

    /** A change that arrives late changes nothing, and a load that it may have overtaken begins again. */
    private CompletableFuture<Seat> after(CompletableFuture<Seat> known, Tenant tenant) {
        if (known.state() != Future.State.SUCCESS) {
            return CompletableFuture.supplyAsync(() -> load(tenant.user()), threads);
        }
        var seat = known.resultNow();
        if (seat.version() >= tenant.version()) {
            return known;
        }
        return CompletableFuture.completedFuture(seat.after(tenant, this::keep));
    }

    private Seat load(UserId user) {
        var seat = Seat.of(read(user), this::keep);
        seat.bot().ifPresent(_ -> created.increment());
        return seat;
    }

    /** However many cold bots are called at once, what else is to be done finds a connection. */
    private Tenant read(UserId user) {
        reads.acquireUninterruptibly();
        try {
            return tenants.of(user);
        } finally {
            reads.release();
        }
    }

    private KeptToken keep(Bot bot) {
        return new KeptToken(() -> open(bot));
    }

    private BotToken open(Bot bot) {
        try {
            return new BotToken(cipher.decrypt(bot.owner(), bot.token()).value());
        } catch (SecretUnreadable unreadable) {
            // Whoever puts back what belongs there finds it read again.
            seats.forget(bot.owner());
            throw new TokenUnreadable(bot.tokenSince(), unreadable);
        } catch (CipherUnavailable away) {
            throw new KeysAway(away);
        }
    }
}
