package io.botyard.gateway.live;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Endings;
import io.botyard.gateway.access.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * Goes round the sockets: puts out who is silent or may no longer stay, pings the rest, and sends all away at the end.
 * Has threads of its own, so that nothing else that is scheduled can hold it up.
 */
@Component
class Pulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(400);

    /** What was read longer ago lets nobody hear anything; with the time between two rounds it is a second. */
    private static final Duration GOOD_FOR = Duration.ofMillis(800);

    /** Who waits for longer is better told. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Sockets sockets;
    private final LiveEntrance entrance;
    private final LiveSettings settings;
    private final Clock clock;
    private final Ticker ticker;
    private final ScheduledExecutorService rounds = thread("live-rounds");
    /** One thread, so that what was seen last is what stands. */
    private final ScheduledExecutorService standings = thread("live-standings");

    private volatile long looked;
    private volatile boolean running;

    Pulse(Sockets sockets, LiveEntrance entrance, Endings endings, LiveSettings settings, Clock clock, Ticker ticker) {
        this.sockets = sockets;
        this.entrance = entrance;
        this.settings = settings;
        this.clock = clock;
        this.ticker = ticker;
        endings.listen(this::atOnce);
    }

    @Override
    public void start() {
        looked = ticker.read();
        every(OFTEN, rounds, this::silent);
        every(OFTEN, rounds, this::unsure);
        every(settings.pingEvery(), rounds, () -> sockets.all().forEach(LiveSocket::ping));
        every(LOOK, standings, this::look);
        running = true;
    }

    private void silent() {
        var then = clock.instant().minus(settings.firstFrameWithin());
        sockets.all().filter(socket -> socket.silentSince(then)).forEach(socket -> socket.end(Closes.NO_FIRST_FRAME));
    }

    private void look() {
        var begun = ticker.read();
        entrance.lookAgain(sockets.all());
        looked = begun;
        unsure();
    }

    private void unsure() {
        var since = ticker.read() - looked;
        sockets.all().forEach(socket -> socket.hold(since > GOOD_FOR.toNanos()));
        if (since > PATIENCE.toNanos()) {
            sockets.all().forEach(socket -> socket.end(Closes.PART_AWAY));
        }
    }

    private void atOnce(Ending ending) {
        standings.execute(safely(() -> entrance.lookAgain(sockets.all()
                .filter(socket ->
                        socket.standing().filter(now -> concerns(ending, now)).isPresent()))));
    }

    private static boolean concerns(Ending ending, Standing standing) {
        return switch (ending) {
            case Ending.OfSession(var session) -> standing.session().equals(Optional.of(session));
            case Ending.OfKey(var key) -> standing.key().equals(Optional.of(key));
            case Ending.OfUser(var user) -> standing.user().equals(user);
        };
    }

    private void every(Duration time, ScheduledExecutorService thread, Runnable round) {
        var _ = thread.scheduleWithFixedDelay(safely(round), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round that fails leaves nobody in whom it should have put out. */
    private Runnable safely(Runnable round) {
        return () -> {
            try {
                round.run();
            } catch (RuntimeException bug) {
                LOG.atError().setCause(bug).log("live failed, all sockets are closed");
                sockets.all().forEach(socket -> socket.end(CloseStatus.SERVER_ERROR));
            }
        };
    }

    @Override
    public void stop() {
        rounds.shutdownNow();
        standings.shutdownNow();
        var last = sockets.shut();
        var until = clock.instant().plus(GOODBYE);
        last.forEach(socket -> socket.over(Duration.between(clock.instant(), until)));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What it is given after the end is let go. */
    private static ScheduledExecutorService thread(String name) {
        return new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory(), new ThreadPoolExecutor.DiscardPolicy());
    }
}
