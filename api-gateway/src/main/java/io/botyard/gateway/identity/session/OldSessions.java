package io.botyard.gateway.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sessions that are over are forgotten a week later; the trail keeps what became of them. */
@Component
class OldSessions {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Sessions sessions;
    private final Clock clock;

    OldSessions(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        sessions.forgetOverBefore(clock.instant().minus(KEPT));
    }
}
