package io.botyard.ratelimit.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.RateBucketsContract;
import io.botyard.ratelimit.Token;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two real members: what one takes is gone for the other, and one that is cut off serves its part. */
class HazelcastRateBucketsTest extends RateBucketsContract {

    private static final Rate TEN = Rate.per(10, Duration.ofMinutes(15));
    private static final String CLUSTER = "rate-buckets-" + UUID.randomUUID();

    private static final int PORT = 25_701;
    private static final HazelcastInstance ONE = start("gateway");
    private static final HazelcastInstance OTHER = start("worker");

    private final RateBuckets buckets = HazelcastRateBuckets.at(time, ONE, () -> 2);

    private static HazelcastInstance start(String kind) {
        var one = List.of("127.0.0.1:" + PORT);
        return HazelcastMember.start(new HazelcastSettings(CLUSTER, "127.0.0.1", PORT, one), kind);
    }

    @BeforeAll
    static void together() {
        Awaitility.await().until(() -> ONE.getCluster().getMembers().size() == 2);
    }

    @AfterAll
    static void end() {
        Stream.of(ONE, OTHER).forEach(HazelcastInstance::shutdown);
    }

    @Override
    protected RateBuckets buckets() {
        return buckets;
    }

    @Test
    void rule4NodesTogetherNeverTakeMoreThanThereIs() {
        var name = UUID.randomUUID().toString();
        var there = HazelcastRateBuckets.at(time, OTHER, () -> 2);
        for (var i = 0; i < 5; i++) {
            assertThat(buckets.tryAcquire(name, TEN)).isInstanceOf(Token.Ready.class);
            assertThat(there.tryAcquire(name, TEN)).isInstanceOf(Token.Ready.class);
        }
        assertThat(buckets.tryAcquire(name, TEN)).isInstanceOf(Token.Due.class);
        assertThat(there.look(name, TEN)).isInstanceOf(Token.Due.class);
    }

    @Test
    void aNodeCutOffServesItsPartOfTheRate() {
        var alone = HazelcastMember.start(
                new HazelcastSettings("cut-off-" + UUID.randomUUID(), "127.0.0.1", 25_801, List.of()), "gateway");
        var cutOff = HazelcastRateBuckets.at(time, alone, () -> 2);
        alone.getLifecycleService().terminate();
        var name = UUID.randomUUID().toString();
        for (var more = 4; more >= 0; more--) {
            assertThat(cutOff.tryAcquire(name, TEN)).isEqualTo(new Token.Ready(more));
        }
        assertThat(cutOff.tryAcquire(name, TEN)).isEqualTo(new Token.Due(Duration.ofMinutes(3)));
        assertThat(cutOff.servedLocally()).isEqualTo(6);
    }

    @Test
    void rule4TheOnlyNodeThatAsksGetsNoSecondBurstWhenABucketIsLost() {
        var name = UUID.randomUUID().toString();
        var only = HazelcastRateBuckets.at(time, ONE);
        for (var i = 0; i < 10; i++) {
            assertThat(only.reserve(name, TEN)).isZero();
        }
        ONE.getMap("rate-buckets").clear();
        assertThat(only.reserve(name, TEN)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theOnlyNodeThatAsksGivesBackWhatItReserved() {
        var name = UUID.randomUUID().toString();
        var only = HazelcastRateBuckets.at(time, ONE);
        var rate = Rate.per(1, Duration.ofSeconds(1));
        assertThat(only.reserve(name, rate)).isZero();
        for (var i = 0; i < 20; i++) {
            assertThat(only.reserve(name, rate)).isEqualTo(Duration.ofSeconds(1));
            only.giveBack(name, rate);
        }
    }

    @Test
    void theOnlyNodeThatAsksGoesOnWhereTheOneBeforeItStopped() {
        var name = UUID.randomUUID().toString();
        var before = HazelcastRateBuckets.at(time, ONE);
        for (var i = 0; i < 10; i++) {
            assertThat(before.reserve(name, TEN)).isZero();
        }
        assertThat(HazelcastRateBuckets.at(time, OTHER).reserve(name, TEN)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void membersAreCountedByTheirKind() {
        assertThat(HazelcastMember.count(ONE, "gateway")).isEqualTo(1);
        assertThat(HazelcastMember.count(OTHER, "worker")).isEqualTo(1);
        assertThat(HazelcastMember.count(ONE, "audit")).isZero();
    }
}
