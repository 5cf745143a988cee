package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.wire.PartitionCountMismatch;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.TwoGateways;
import io.botyard.gateway.testing.World;
import io.botyard.start.StartRefused;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("faults")
@SharesWorld
class SeveralGatewaysTest {

    @Test
    void gatewaysThatStartTogetherMakeOneSuperadminAndOneKey() throws Exception {
        var database = TestDatabase.fresh();
        var keys = RunningGateway.newKeys();
        Callable<RunningGateway> start = () -> RunningGateway.start(TestBroker.shared(), database, keys, Map.of());
        try (var threads = Executors.newCachedThreadPool()) {
            var started = threads.invokeAll(List.of(start, start));
            try (var one = started.getFirst().get();
                    var other = started.getLast().get()) {
                try (var connection = database.connect();
                        var rows = connection
                                .createStatement()
                                .executeQuery("SELECT count(*) FROM identity.users WHERE role = 'superadmin'")) {
                    rows.next();
                    assertThat(rows.getLong(1)).isEqualTo(1);
                }
                var token = one.client()
                        .post(
                                "/api/auth/login",
                                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(World.ADMIN, World.PASSWORD))
                        .field("access_token");
                assertThat(other.client().bearing(token).get("/api/auth/me").field("role"))
                        .isEqualTo("superadmin");
                for (var file : List.of("gateway/signing-keys.json", "gateway/pseudonym.key", "keyset.json")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void withoutASuperadminAGatewayStartsOnlyWhenToldWhoItIsToBe() {
        var database = TestDatabase.fresh();
        var keys = RunningGateway.newKeys();
        var nobody = Map.<String, Object>of(
                "botyard.gateway.first-admin.email", "", "botyard.gateway.first-admin.password", "");
        Assertions.assertThatThrownBy(() -> RunningGateway.start(TestBroker.shared(), database, keys, nobody))
                .isInstanceOf(StartRefused.class)
                .hasMessage("there is no superadmin yet: set BOTYARD_ADMIN_EMAIL and BOTYARD_ADMIN_PASSWORD");
        Assertions.assertThatThrownBy(() -> RunningGateway.start(
                        TestBroker.shared(), database, keys, Map.of("botyard.gateway.first-admin.password", "")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("there is no superadmin yet: set BOTYARD_ADMIN_PASSWORD");
        RunningGateway.start(TestBroker.shared(), database, keys, Map.of()).close();
        RunningGateway.start(TestBroker.shared(), database, keys, nobody).close();
    }

    @Test
    void anOperationAcceptedByOneGatewayIsNotDeniedByAnother() {
        var world = World.shared();
        var tenant = world.tenant();
        world.schemas.bot(tenant.id(), "active", "30");
        try (var gateways = TwoGateways.joined(world, Map.of())) {
            var one = gateways.one();
            var other = gateways.other();
            var token = world.token(tenant.email());
            for (var i = 0; i < 20; i++) {
                var accepted = one.client()
                        .bearing(token)
                        .post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}");
                assertThat(other.client()
                                .bearing(token)
                                .get(accepted.header("Location"))
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aGatewayToldOfAnotherPartitionCountRefusesToStart() {
        var database = TestDatabase.fresh();
        var keys = RunningGateway.newKeys();
        RunningGateway.start(TestBroker.shared(), database, keys, Map.of()).close();
        Assertions.assertThatThrownBy(() -> RunningGateway.start(
                        TestBroker.shared(), database, keys, Map.of("botyard.kafka.partitions", 5)))
                .hasRootCauseInstanceOf(PartitionCountMismatch.class);
    }
}
