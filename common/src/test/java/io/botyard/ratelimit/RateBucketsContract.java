package io.botyard.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of buckets promises. Time is given: whoever waits as told never exceeds the rate. */
public abstract class RateBucketsContract {

    private static final Rate TEN_IN_A_QUARTER = Rate.per(10, Duration.ofMinutes(15));

    protected final GivenTime time = new GivenTime();
    private final String name = UUID.randomUUID().toString();

    /** Those under test, with this test's time. */
    protected abstract RateBuckets buckets();

    @Test
    void rule11HalfARequestPerSecondIsOneEveryTwoSeconds() {
        var half = Rate.perSecond(new BigDecimal("0.5"));
        assertThat(buckets().reserve(name, half)).isZero();
        assertThat(buckets().reserve(name, half)).isEqualTo(Duration.ofSeconds(2));
        assertThat(buckets().reserve(name, half)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aSecondsWorthMayGoAtOnceAndNoMore() {
        var rate = Rate.perSecond(new BigDecimal("30"));
        for (var i = 0; i < 30; i++) {
            assertThat(buckets().reserve(name, rate)).isZero();
        }
        assertThat(buckets().reserve(name, rate)).isPositive();
    }

    @Test
    void tokensComeBackWithTime() {
        var rate = Rate.perSecond(BigDecimal.ONE);
        buckets().reserve(name, rate);
        time.pass(Duration.ofSeconds(1));
        assertThat(buckets().reserve(name, rate)).isZero();
    }

    @Test
    void namesHoldBucketsOfTheirOwn() {
        var rate = Rate.perSecond(BigDecimal.ONE);
        buckets().reserve(name, rate);
        assertThat(buckets().reserve(name + "-other", rate)).isZero();
    }

    @Test
    void aTakeThatDoesNotWaitTellsHowManyAreLeftOrWhenOneIsThere() {
        for (var more = 9; more >= 0; more--) {
            assertThat(buckets().tryAcquire(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Ready(more));
        }
        assertThat(buckets().tryAcquire(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Due(Duration.ofSeconds(90)));
        time.pass(Duration.ofSeconds(89));
        assertThat(buckets().tryAcquire(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Due(Duration.ofSeconds(1)));
        time.pass(Duration.ofSeconds(1));
        assertThat(buckets().tryAcquire(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Ready(0));
        time.pass(Duration.ofMinutes(15));
        assertThat(buckets().look(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Ready(9));
    }

    @Test
    void beingTurnedAwayCostsNothing() {
        IntStream.range(0, 10).forEach(i -> buckets().tryAcquire(name, TEN_IN_A_QUARTER));
        IntStream.range(0, 50).forEach(i -> buckets().tryAcquire(name, TEN_IN_A_QUARTER));
        assertThat(buckets().tryAcquire(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Due(Duration.ofSeconds(90)));
    }

    @Test
    void aLookTakesNothingAndSaysWhatATakeWould() {
        IntStream.range(0, 20)
                .forEach(i -> assertThat(buckets().look(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Ready(9)));
        IntStream.range(0, 10).forEach(i -> buckets().tryAcquire(name, TEN_IN_A_QUARTER));
        assertThat(buckets().look(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Due(Duration.ofSeconds(90)));
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainButNeverFillsMoreThanTheBucket() {
        buckets().giveBack(name, TEN_IN_A_QUARTER);
        IntStream.range(0, 10).forEach(i -> buckets().tryAcquire(name, TEN_IN_A_QUARTER));
        assertThat(buckets().look(name, TEN_IN_A_QUARTER)).isInstanceOf(Token.Due.class);
        buckets().giveBack(name, TEN_IN_A_QUARTER);
        assertThat(buckets().tryAcquire(name, TEN_IN_A_QUARTER)).isEqualTo(new Token.Ready(0));
    }

    @Test
    void whatIsReservedAndGivenBackCostsNothing() {
        var rate = Rate.perSecond(BigDecimal.ONE);
        assertThat(buckets().reserve(name, rate)).isZero();
        for (var i = 0; i < 20; i++) {
            assertThat(buckets().reserve(name, rate)).isEqualTo(Duration.ofSeconds(1));
            buckets().giveBack(name, rate);
        }
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() {
        var taken = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> buckets().tryAcquire(name, TEN_IN_A_QUARTER)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(Token.Ready.class::isInstance);
        assertThat(taken).hasSize(10);
    }

    /** Stands still until it is told to pass. */
    protected static final class GivenTime implements TimeMeter {

        private final AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());

        void pass(Duration time) {
            now.addAndGet(time.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
