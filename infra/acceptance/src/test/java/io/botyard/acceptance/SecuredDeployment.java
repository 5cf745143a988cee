package io.botyard.acceptance;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSecurity;
import io.botyard.embedded.FreePort;
import io.botyard.embedded.kafka.BrokerSecurity;
import io.botyard.embedded.kafka.BrokerSettings;
import io.botyard.embedded.kafka.EmbeddedBroker;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.embedded.postgres.DatabaseSecurity;
import io.botyard.embedded.postgres.DatabaseSettings;
import io.botyard.embedded.postgres.EmbeddedDatabase;
import io.botyard.embedded.postgres.RolePasswords;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The three services on a broker and a PostgreSQL that take TLS and logins alone, as an operator would set them up. */
final class SecuredDeployment implements AutoCloseable {

    static final String ADMIN_EMAIL = "root@example.org";
    static final String SUPER_USER = "admin";
    static final int PARTITIONS = 4;

    /** PostgreSQL's programs, kept between runs. */
    private static final Path PROGRAMS =
            Path.of(System.getProperty("java.io.tmpdir"), "botyard-" + System.getProperty("user.name"));

    /** What a password may hold: nothing of it may end a quotation, a line or a comment. */
    private static final String STRANGE = "a\"b\\c;d e'f#g//h${i}";

    private static final RolePasswords ROLES = new RolePasswords("m \"igrator", "g;ate${way}", "w'orker", "a\\udit");
    private static final Map<Service, String> PASSWORDS =
            Map.of(Service.GATEWAY, ROLES.gateway(), Service.WORKER, ROLES.worker(), Service.AUDIT, ROLES.audit());

    private final Path directory;
    private final Authority authority;
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final TelegramSandbox sandbox;
    private final int gatewayPort = FreePort.orAny("127.0.0.1", 0);
    private final int auditPort = FreePort.orAny("127.0.0.1", 0);
    private final Map<Service, Integer> hazelcastPorts =
            Map.of(Service.GATEWAY, FreePort.orAny("127.0.0.1", 0), Service.WORKER, FreePort.orAny("127.0.0.1", 0));
    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

    private SecuredDeployment(Path directory) {
        this.directory = directory;
        this.authority = Authority.in(directory.resolve("authority"));
        this.database = EmbeddedDatabase.start(new DatabaseSettings(directory.resolve("rows"), PROGRAMS, 0, "superuser")
                .secured(new DatabaseSecurity(authority.certificate(), authority.key())));
        DatabaseLayout.on(database).apply("botyard", ROLES);
        this.broker = EmbeddedBroker.start(BrokerSettings.on(directory.resolve("kafka"))
                .secured(new BrokerSecurity(authority.both(), kafkaUsers(), SUPER_USER)));
        this.sandbox = TelegramSandbox.start(
                SandboxSettings.in(directory.resolve("sandbox")).port(0));
    }

    /**
     * Returns when all three are ready with the ACLs of the script and no others. The gateway begins last: it alone may
     * make the topics, and the others wait for them.
     */
    static SecuredDeployment start(Path directory) throws Exception {
        var deployment = new SecuredDeployment(directory);
        try (var admin = Admin.create(deployment.kafkaAs(SUPER_USER).admin())) {
            admin.createAcls(AclScript.bindings(directory)).all().get();
        }
        // Three applications must not each set up the logging of one process.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try (var threads = Executors.newCachedThreadPool()) {
            var starts = Stream.of(Service.AUDIT, Service.WORKER, Service.GATEWAY)
                    .map(service -> threads.submit(() -> deployment.start(service)))
                    .toList();
            for (var start : starts) {
                deployment.running.push(start.get());
            }
        }
        deployment.running.forEach(SecuredDeployment::awaitReadiness);
        return deployment;
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + gatewayPort);
    }

    URI telegram() {
        return sandbox.uri();
    }

    Authority authority() {
        return authority;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** As an operator writes it, but for what is said of TLS. */
    String databaseUrl() {
        return database.url("botyard");
    }

    static String databasePassword(Service service) {
        return PASSWORDS.getOrDefault(service, "");
    }

    static String kafkaUser(Service service) {
        return switch (service) {
            case GATEWAY -> "botyard-gateway";
            case WORKER -> "botyard-worker";
            case AUDIT -> "botyard-audit";
        };
    }

    static String kafkaPassword(String user) {
        return user.equals(SUPER_USER) ? "superuser" : user + STRANGE;
    }

    KafkaUser kafkaUserOf(Service service) {
        return KafkaUser.of(kafkaAs(kafkaUser(service)), "User:" + kafkaUser(service));
    }

    KafkaConnection kafkaAs(String user) {
        return kafka(new KafkaSecurity(
                null, null, user, kafkaPassword(user), authority.ca().toString()));
    }

    KafkaConnection kafka(KafkaSecurity security) {
        return KafkaConnection.secured(broker.bootstrapServers(), security, Map.of());
    }

    @Override
    public void close() {
        running.forEach(ConfigurableApplicationContext::close);
        sandbox.close();
        broker.close();
        database.close();
    }

    private static Map<String, String> kafkaUsers() {
        var users = new HashMap<>(List.of(Service.values()).stream()
                .map(SecuredDeployment::kafkaUser)
                .collect(toMap(user -> user, SecuredDeployment::kafkaPassword)));
        users.put(SUPER_USER, kafkaPassword(SUPER_USER));
        return users;
    }

    private ConfigurableApplicationContext start(Service service) throws IOException {
        var arguments = settings(service).entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return service.application().run(arguments);
    }

    private static void awaitReadiness(ConfigurableApplicationContext service) {
        var environment = service.getEnvironment();
        var own = environment.getProperty("local.management.port");
        var port = own == null ? environment.getRequiredProperty("local.server.port") : own;
        var door = Person.nobodyAt(URI.create("http://127.0.0.1:" + port));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> door.get("/actuator/health/readiness").statusCode() == 200);
    }

    private Map<String, Object> settings(Service service) throws IOException {
        var settings = new HashMap<String, Object>();
        settings.put("BOTYARD_SECRETS_DIR", secrets(service));
        settings.put("BOTYARD_DATABASE_URL", databaseUrl() + "?sslmode=verify-full&sslrootcert=" + authority.ca());
        settings.put("BOTYARD_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put("BOTYARD_KAFKA_USERNAME", kafkaUser(service));
        settings.put("BOTYARD_KAFKA_CA_FILE", authority.ca());
        settings.put("BOTYARD_PARTITIONS", PARTITIONS);
        settings.put("BOTYARD_TELEGRAM_API_URL", sandbox.uri());
        settings.put("BOTYARD_AUDIT_SERVICE_URL", "http://127.0.0.1:" + auditPort);
        settings.put("BOTYARD_GATEWAY_JWKS_URL", gateway().resolve("/.well-known/jwks.json"));
        settings.put("BOTYARD_ADMIN_EMAIL", ADMIN_EMAIL);
        settings.put("BOTYARD_ADMIN_PASSWORD", Person.PASSWORD);
        settings.put("botyard.hazelcast.port", hazelcastPorts.getOrDefault(service, 0));
        settings.put("botyard.hazelcast.members", "127.0.0.1:" + hazelcastPorts.get(Service.GATEWAY));
        settings.put("botyard.gateway.throttles.times", 100);
        settings.put("botyard.audit.heads.every", "1s");
        settings.put("BOTYARD_AUDIT_STATE_DIR", directory.resolve("audit-state"));
        settings.put("BOTYARD_AUDIT_STANDBYS", 0);
        settings.put(
                "server.port",
                switch (service) {
                    case GATEWAY -> gatewayPort;
                    case WORKER -> 0;
                    case AUDIT -> auditPort;
                });
        if (service != Service.WORKER) {
            settings.put("management.server.port", 0);
        }
        return settings;
    }

    private Path secrets(Service service) throws IOException {
        var secrets = Files.createDirectories(directory.resolve("secrets").resolve(service.name()));
        var contents = Map.of(
                "BOTYARD_" + service + "_DATABASE_PASSWORD",
                databasePassword(service),
                "BOTYARD_MIGRATOR_PASSWORD",
                ROLES.migrator(),
                "BOTYARD_KAFKA_PASSWORD",
                kafkaPassword(kafkaUser(service)),
                "BOTYARD_GATEWAY_KEYS",
                directory.resolve("gateway-keys").toString(),
                "BOTYARD_AUDIT_KEYS",
                directory.resolve("audit-keys").toString(),
                "BOTYARD_KEYSET_FILE",
                directory.resolve("keyset.json").toString());
        for (var secret : contents.entrySet()) {
            Files.writeString(secrets.resolve(secret.getKey()), secret.getValue() + "\n");
        }
        return secrets;
    }
}
