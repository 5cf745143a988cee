package io.botyard.embedded.kafka;

import io.botyard.embedded.FreePort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** A real broker in this process. It can be stopped and started again; its port and its log stay. */
public final class EmbeddedBroker implements AutoCloseable {

    private final BrokerSettings settings;
    private @Nullable KafkaRaftServer server;

    private EmbeddedBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns when clients can be served.
     *
     * @throws RuntimeException when the port is taken or another broker uses the directory
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        var broker = new EmbeddedBroker(new BrokerSettings(
                settings.directory().toAbsolutePath(),
                settings.bind(),
                FreePort.orAny(settings.bind(), settings.port()),
                settings.security()));
        broker.start();
        return broker;
    }

    /** Broker settings by name that Botyard also asks of a one-node broker which is not embedded. */
    public static Map<String, String> tuning() {
        return Map.copyOf(BrokerProperties.tuning());
    }

    /** Does nothing when it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        format();
        var properties = BrokerProperties.of(settings, FreePort.orAny("127.0.0.1", 0));
        var starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    /** Cleanly, with everything on disk. Does nothing when it is stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    public synchronized boolean isRunning() {
        return server != null;
    }

    public int port() {
        return settings.port();
    }

    public String bootstrapServers() {
        return settings.bind() + ":" + settings.port();
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        var directory = settings.directory();
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            var security = settings.security();
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerProperties.NODE)
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .setDirectories(List.of(directory.toString()))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .setScramArguments(security == null ? List.of() : security.scramUsers())
                    .run();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot format the broker's directory " + directory, failure);
        }
    }
}
