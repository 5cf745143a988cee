package io.botyard.gateway.testing;

import io.botyard.embedded.FreePort;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.gateway.GatewayApplication;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway as it is in production, on ports of its own. */
public final class RunningGateway implements AutoCloseable {

    public static final int PARTITIONS = 4;

    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningGateway start(TestBroker broker, TestDatabase database, Path keys, Map<String, Object> more) {
        return start(broker, database, keys, more, Replaced.nothing());
    }

    /** With parts of it replaced, such as its clock. */
    public static RunningGateway start(
            TestBroker broker, TestDatabase database, Path keys, Map<String, Object> more, Replaced replaced) {
        return new RunningGateway(GatewayApplication.application()
                .initializers(replaced::register)
                .run(arguments(broker, database, keys, more)));
    }

    /** For its command line, because that wins over the yaml. */
    static String[] arguments(TestBroker broker, TestDatabase database, Path keys, Map<String, Object> more) {
        var settings = new HashMap<String, Object>();
        settings.putAll(broker.properties());
        settings.putAll(database.properties(DatabaseLayout.GATEWAY));
        settings.put("botyard.kafka.partitions", PARTITIONS);
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("botyard.hazelcast.port", freePort());
        settings.put("botyard.hazelcast.cluster-name", database.url());
        settings.put("botyard.gateway.keys.directory", keys.resolve("gateway"));
        settings.put("botyard.secret.local.keyset", keys.resolve("keyset.json"));
        settings.put("botyard.gateway.passwords.memory-kib", 64);
        settings.put("botyard.gateway.passwords.iterations", 1);
        settings.put("botyard.gateway.throttles.times", 1000);
        settings.put("botyard.gateway.first-admin.email", World.ADMIN);
        settings.put("botyard.gateway.first-admin.password", World.PASSWORD);
        settings.put("botyard.telegram.sandbox", true);
        settings.putAll(more);
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    public static Path newKeys() {
        try {
            return Files.createTempDirectory("gateway-keys");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static int freePort() {
        return FreePort.orAny("127.0.0.1", 0);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Of the port that is not public. */
    public Client management() {
        var port = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        return new Client("http://127.0.0.1:" + port, List.of());
    }

    public Client client() {
        return new Client("http://127.0.0.1:" + port(), List.of());
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
