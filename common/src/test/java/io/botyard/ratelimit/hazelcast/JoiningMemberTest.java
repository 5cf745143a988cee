package io.botyard.ratelimit.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.Token;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A member that is frozen takes connections, as its machine does that for it, and answers nobody. */
@Timeout(90)
class JoiningMemberTest {

    private static final Rate THREE = Rate.per(3, Duration.ofMinutes(15));
    private static final int ONE = 25_901;
    private static final int OTHER = 25_941;

    private final String cluster = "joining-" + UUID.randomUUID();

    @Test
    void rule4WhoeverMeetsNobodyButAFrozenMemberKeepsTheRateAlone() throws IOException {
        var frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (var member = JoiningMember.start(settings(ONE, frozen.getLocalPort()))) {
            assertThat(member.once(instance -> instance).get()).isEmpty();
            var buckets = new HazelcastRateBuckets(member);
            assertThat(buckets.reserve("bot:1", THREE)).isZero();
            assertThat(buckets.reserve("bot:1", THREE)).isZero();
            assertThat(buckets.reserve("bot:1", THREE)).isZero();
            assertThat(buckets.reserve("bot:1", THREE)).isGreaterThan(Duration.ofMinutes(4));
            assertThat(buckets.servedLocally()).isEqualTo(4);
            frozen.close();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(50))
                    .until(() -> member.once(instance -> instance).get().isPresent());
            assertThat(buckets.reserve("bot:1", THREE))
                    .as("the same once it has joined")
                    .isGreaterThan(Duration.ofMinutes(4));
        } finally {
            frozen.close();
        }
    }

    @Test
    void whatAnotherMemberGaveIsNotThereOnceMore() {
        var joined = HazelcastMember.start(settings(OTHER, OTHER));
        try (var member = JoiningMember.start(settings(OTHER, OTHER))) {
            var other = HazelcastRateBuckets.at(TimeMeter.SYSTEM_MILLISECONDS, joined, () -> 1);
            for (var i = 0; i < 3; i++) {
                assertThat(other.tryAcquire("bot:1", THREE)).isInstanceOf(Token.Ready.class);
            }
            // Asked for the first time it may take longer than it is waited for.
            var buckets = new HazelcastRateBuckets(member);
            Awaitility.await().until(() -> buckets.look("bot:1", THREE) instanceof Token.Due);
        } finally {
            joined.shutdown();
        }
    }

    @Test
    void whereItCannotListenItIsSaidAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JoiningMember.start(new HazelcastSettings(cluster, "192.0.2.1", ONE, List.of())));
    }

    private HazelcastSettings settings(int port, int member) {
        return new HazelcastSettings(cluster, "127.0.0.1", port, List.of("127.0.0.1:" + member));
    }
}
