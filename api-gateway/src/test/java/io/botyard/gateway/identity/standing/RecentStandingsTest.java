package io.botyard.gateway.identity.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Standing;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class RecentStandingsTest {

    private static final SessionId SESSION = new SessionId(UUID.randomUUID());
    private static final ApiKeyId KEY = new ApiKeyId(UUID.randomUUID());
    private static final UserId USER = new UserId(17);
    private static final Credential BY_SESSION = new Credential.OfSession(SESSION);
    private static final Credential BY_SECRET = new Credential.OfSecret("00");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile Found answer = new Found.Good(Standing.ofSession(USER, Role.USER, SESSION));
    private final RecentStandings recent = new RecentStandings(
            credential -> {
                readings.incrementAndGet();
                return answer;
            },
            nanos::get);

    @Test
    void whatWasReadIsReusedForASecondAndNoLonger() {
        recent.of(BY_SESSION);
        pass(Duration.ofMillis(999));
        recent.of(BY_SESSION);
        assertThat(readings).hasValue(1);
        answer = new Found.Nothing();
        pass(Duration.ofMillis(1));
        assertThat(recent.of(BY_SESSION)).isEqualTo(new Found.Nothing());
    }

    @Test
    void useDoesNotProlongIt() {
        for (var i = 0; i < 10; i++) {
            recent.of(BY_SESSION);
            pass(Duration.ofMillis(300));
        }
        assertThat(readings).hasValue(3);
    }

    @Test
    void thatSomebodyIsNotLetInIsReadEveryTime() {
        answer = new Found.Suspended();
        recent.of(BY_SESSION);
        answer = new Found.Good(Standing.ofSession(USER, Role.USER, SESSION));
        assertThat(recent.of(BY_SESSION)).isInstanceOf(Found.Good.class);
    }

    @Test
    void anEndingIsSeenByTheNextWhoAsks() {
        recent.of(BY_SESSION);
        answer = new Found.Good(Standing.ofKey(USER, KEY, Set.of(Scope.BOT_READ)));
        recent.of(BY_SECRET);
        answer = new Found.Nothing();
        recent.forget(new Ending.OfKey(new ApiKeyId(UUID.randomUUID())));
        recent.forget(new Ending.OfUser(new UserId(18)));
        assertThat(recent.of(BY_SECRET)).isInstanceOf(Found.Good.class);
        recent.forget(new Ending.OfKey(KEY));
        assertThat(recent.of(BY_SECRET)).isInstanceOf(Found.Nothing.class);
        assertThat(recent.of(BY_SESSION)).isInstanceOf(Found.Good.class);
        recent.forget(new Ending.OfUser(USER));
        assertThat(recent.of(BY_SESSION)).isInstanceOf(Found.Nothing.class);
    }

    @Test
    void aReadingThatTookOverASecondHelpsNobodyWhoWaitedForIt() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var good = answer;
        var slow = new RecentStandings(
                credential -> {
                    if (readings.incrementAndGet() > 1) {
                        return new Found.Nothing();
                    }
                    reading.countDown();
                    await(goOn);
                    return good;
                },
                nanos::get);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slow.of(BY_SESSION));
            reading.await();
            pass(Duration.ofSeconds(2));
            goOn.countDown();
            assertThat(first.get()).isInstanceOf(Found.Nothing.class);
        }
    }

    @Test
    void aFailureIsEverybodysAndNotRemembered() {
        var failing = new RecentStandings(
                credential -> {
                    if (readings.incrementAndGet() == 1) {
                        throw new QueryTimeoutException("away");
                    }
                    return answer;
                },
                nanos::get);
        assertThatThrownBy(() -> failing.of(BY_SESSION)).isInstanceOf(QueryTimeoutException.class);
        assertThat(failing.of(BY_SESSION)).isInstanceOf(Found.Good.class);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
