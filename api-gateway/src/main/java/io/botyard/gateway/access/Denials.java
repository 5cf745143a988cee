package io.botyard.gateway.access;

import io.botyard.contract.event.RequestDenied;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the trail told of requests that were turned away where not everybody may go: of the first of a kind within a second,
 * and of those that follow it within a minute by one record that says how many. However many there are, and however long
 * they cannot be told of, none goes uncounted and no answer waits.
 */
@Component
public final class Denials implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final Set<Integer> STATUSES = Set.of(401, 403, 429);

    /** That are told apart, and records that wait. */
    private static final int MOST = 1_000;

    private final AccessLog log;
    private final AccessHeads heads;
    private final Routes routes;
    private final Clock clock;
    private final Duration together;
    private final Map<Denial.Kind, Tally> tallies = new HashMap<>();
    private final List<RequestDenied> untold = new ArrayList<>();

    Denials(AccessLog log, AccessHeads heads, Routes routes, Clock clock, DenialSettings settings) {
        this.log = log;
        this.heads = heads;
        this.routes = routes;
        this.clock = clock;
        this.together = settings.together();
    }

    /** Notes that this request was answered so, if that is a denial. */
    public void saw(HttpServletRequest request, Rejection why) {
        var code = why.code();
        if (STATUSES.contains(code.status())) {
            routes.guarded(request).ifPresent(route -> note(new Denial(CallerArgument.caller(request), code, route)));
        }
    }

    private synchronized void note(Denial denial) {
        var known = tallies.get(denial.kind());
        if (known != null) {
            known.more(denial);
        } else if (tallies.size() < MOST && untold.size() < MOST) {
            tallies.put(denial.kind(), new Tally(clock.instant()));
            untold.add(record(denial, 1));
        } else {
            var anybodys = denial.byAnybody();
            tallies.computeIfAbsent(anybodys.kind(), _ -> new Tally(clock.instant()))
                    .more(anybodys);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tell() {
        tell(clock.instant().minus(together));
    }

    /** Before a gateway stops it tells what it has counted, without waiting for the minute to end. */
    @Override
    public void destroy() {
        tell(Instant.MAX);
    }

    private void tell(Instant begunBefore) {
        var told = 0;
        var waiting = due(begunBefore);
        try {
            for (var denied : waiting) {
                log.record(denied);
                told++;
            }
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("reason", away.getClass().getSimpleName()).log("denials wait to be recorded");
        } finally {
            forget(told);
        }
    }

    private synchronized List<RequestDenied> due(Instant begunBefore) {
        var old = tallies.entrySet().iterator();
        while (old.hasNext() && untold.size() < 2 * MOST) {
            var tally = old.next().getValue();
            if (tally.begun().isAfter(begunBefore)) {
                continue;
            }
            var newest = tally.newest();
            if (newest == null) {
                old.remove();
            } else {
                untold.add(record(newest, tally.count()));
                tally.beginAgain(clock.instant());
            }
        }
        return List.copyOf(untold);
    }

    private synchronized void forget(int told) {
        untold.subList(0, told).clear();
    }

    private RequestDenied record(Denial denial, long count) {
        var caller = denial.caller();
        var code = denial.code();
        return new RequestDenied(heads.of(caller, caller.user()), code.status(), code.code(), denial.route(), count);
    }
}
