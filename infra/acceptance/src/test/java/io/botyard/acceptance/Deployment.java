package io.botyard.acceptance;

import static org.awaitility.Awaitility.await;

import io.botyard.embedded.FreePort;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import io.botyard.testkit.ServiceProcess;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A gateway, three workers and two audit services, each in a process of its own. */
final class Deployment implements AutoCloseable {

    static final String ADMIN_EMAIL = "root@example.org";

    private static final Duration START = Duration.ofMinutes(6);
    private static final int PARTITIONS = 12;
    private static final int WORKERS = 3;
    private static final int AUDITS = 2;

    private final Path directory;
    private final TestBroker broker = TestBroker.fresh().withTopics(PARTITIONS);
    private final TestDatabase database = TestDatabase.fresh();
    private final TelegramSandbox sandbox;
    private final int gatewayPort = FreePort.orAny("127.0.0.1", 0);
    private final List<Integer> auditPorts = ports(AUDITS);
    private final List<Integer> hazelcastPorts = ports(WORKERS + 1);
    private final List<Integer> managementPorts = ports(1 + WORKERS + AUDITS);
    private final ServiceProcess gateway;
    private final List<ServiceProcess> workers;
    private final List<ServiceProcess> audits;

    Deployment(Path directory) {
        this.directory = directory;
        this.sandbox = TelegramSandbox.start(
                SandboxSettings.in(directory.resolve("sandbox")).port(0));
        this.gateway = process(Service.GATEWAY, 0);
        this.workers = IntStream.range(0, WORKERS)
                .mapToObj(index -> process(Service.WORKER, index))
                .toList();
        this.audits = IntStream.range(0, AUDITS)
                .mapToObj(index -> process(Service.AUDIT, index))
                .toList();
    }

    /** Returns when all of them do their part. */
    void start() {
        all().forEach(ServiceProcess::start);
        try {
            awaitReadiness();
        } catch (ConditionTimeoutException late) {
            throw new IllegalStateException(String.join("\n", logged()), late);
        }
    }

    private void awaitReadiness() {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() ->
                        Person.nobodyAt(gateway()).get("/.well-known/jwks.json").statusCode() == 200
                                && everyPartitionIsOwned());
        for (var port : managementPorts) {
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() ->
                            managementAt(port).get("/actuator/health/readiness").statusCode() == 200);
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + gatewayPort);
    }

    URI telegram() {
        return sandbox.uri();
    }

    /** What each process answers Prometheus with. */
    List<String> scrapes() {
        return managementPorts.stream()
                .map(port -> managementAt(port).get("/actuator/prometheus").body())
                .toList();
    }

    /** What all of them said, line by line. */
    List<String> logged() {
        return all().stream().flatMap(process -> process.log().lines()).toList();
    }

    ServiceProcess worker(int index) {
        return workers.get(index);
    }

    ServiceProcess audit(int index) {
        return audits.get(index);
    }

    @Override
    public void close() {
        all().forEach(ServiceProcess::end);
        sandbox.close();
        broker.stop();
    }

    private List<ServiceProcess> all() {
        return Stream.of(List.of(gateway), workers, audits)
                .flatMap(List::stream)
                .toList();
    }

    private boolean everyPartitionIsOwned() throws SQLException {
        try (var connection = database.connect();
                var owned = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM bots.ownership WHERE lease_until > clock_timestamp()")) {
            return owned.next() && owned.getInt(1) == PARTITIONS;
        }
    }

    private static Person managementAt(int port) {
        return Person.nobodyAt(URI.create("http://127.0.0.1:" + port));
    }

    private ServiceProcess process(Service service, int index) {
        var role = switch (service) {
            case GATEWAY -> DatabaseLayout.GATEWAY;
            case WORKER -> DatabaseLayout.WORKER;
            case AUDIT -> DatabaseLayout.AUDIT;
        };
        var settings = new HashMap<String, Object>(database.properties(role));
        settings.putAll(broker.properties());
        settings.putAll(own(service, index));
        settings.put("BOTYARD_LOG_FORMAT", "ecs");
        settings.put("botyard.kafka.partitions", PARTITIONS);
        settings.put("botyard.secret.local.keyset", directory.resolve("keyset.json"));
        return new ServiceProcess(
                        service.main(),
                        () -> settings.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toList(),
                        directory.resolve(service + "-" + index + ".log"))
                .asInstalled();
    }

    private Map<String, Object> own(Service service, int index) {
        return switch (service) {
            case GATEWAY ->
                Map.of(
                        "server.port",
                        gatewayPort,
                        "management.server.port",
                        managementPorts.getFirst(),
                        "botyard.hazelcast.port",
                        hazelcastPorts.get(WORKERS),
                        "botyard.hazelcast.members",
                        hazelcastMembers(),
                        "botyard.gateway.keys.directory",
                        directory.resolve("gateway-keys"),
                        "botyard.gateway.throttles.times",
                        1000,
                        "botyard.gateway.first-admin.email",
                        ADMIN_EMAIL,
                        "botyard.gateway.first-admin.password",
                        Person.PASSWORD,
                        "botyard.audit-service.url",
                        "http://127.0.0.1:" + auditPorts.getFirst());
            case WORKER ->
                Map.of(
                        "server.port", managementPorts.get(1 + index),
                        "botyard.hazelcast.port", hazelcastPorts.get(index),
                        "botyard.hazelcast.members", hazelcastMembers(),
                        "botyard.worker.telegram.api-url", sandbox.uri());
            case AUDIT ->
                Map.of(
                        "server.port", auditPorts.get(index),
                        "management.server.port", managementPorts.get(1 + WORKERS + index),
                        "botyard.audit.activity.state-dir", directory.resolve("counted-" + index),
                        "botyard.audit.heads.keys", directory.resolve("audit-keys"),
                        "botyard.gateway.jwks-url", gateway().resolve("/.well-known/jwks.json"));
        };
    }

    private String hazelcastMembers() {
        return hazelcastPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private static List<Integer> ports(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> FreePort.orAny("127.0.0.1", 0))
                .toList();
    }
}
