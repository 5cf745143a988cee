package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.News;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.StalledReader;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TopicWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One socket costs what it may cost, and no other socket anything. */
@SharesWorld
class LiveBoundsTest {

    private static final int CHUNK = 500;
    private static final int MOST_CHUNKS = 200;

    private final World world = World.shared();

    @Test
    void aStalledReaderLosesItsSocketAndHoldsUpNoOther() {
        var tenant = world.tenant();
        var token = world.token(tenant.email());
        try (var gateway = world.start(Map.of("botyard.gateway.live.send-within", "1s"));
                var reader = LiveClient.ready(gateway, token);
                var worker = TopicWriter.to(world.broker.connection());
                var _ = new StalledReader(gateway, token)) {
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(sockets(gateway)).isEqualTo(2));
            var sent = 0;
            while (sockets(gateway) == 2 && sent < MOST_CHUNKS * CHUNK) {
                worker.send(Topic.BOT_OUTCOMES, outcomes(tenant.id()));
                sent += CHUNK;
                var all = sent;
                await().atMost(10, SECONDS)
                        .untilAsserted(
                                () -> assertThat(reader.frames("operation")).hasSize(all));
            }
            assertThat(sockets(gateway)).isEqualTo(1);
            assertThat(reader.closeCode()).isZero();
        }
    }

    @Test
    void openSocketsArePinged() {
        try (var gateway = world.start(Map.of("botyard.gateway.live.ping-every", "200ms"));
                var live = LiveClient.ready(gateway, world.token(world.tenant().email()))) {
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.pings()).isGreaterThan(2));
            assertThat(live.closeCode()).isZero();
        }
    }

    @Test
    void aGatewayThatStopsSaysSo() {
        var gateway = world.start(Map.of());
        try (var live = LiveClient.ready(gateway, world.token(world.tenant().email()));
                var silent = LiveClient.open(gateway)) {
            gateway.close();
            live.awaitClose(1001);
            silent.awaitClose(1001);
        }
    }

    private static Message[] outcomes(long user) {
        return Stream.generate(() -> News.succeeded(user)).limit(CHUNK).toArray(Message[]::new);
    }

    private static int sockets(RunningGateway gateway) {
        return (int) gateway.management()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("botyard_live_sockets"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findAny()
                .orElse(-1);
    }
}
