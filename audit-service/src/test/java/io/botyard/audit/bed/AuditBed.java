package io.botyard.audit.bed;

import io.botyard.audit.AuditApplication;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.testkit.ServiceProcess;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.TopicWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kafka, Postgres, a gateway's keys, and as many instances of audit-service as a test starts. */
public final class AuditBed implements AutoCloseable {
    public static final int PARTITIONS = 3;
    private static final List<TopicPartition> INPUTS = Stream.of(
                    Topic.BOT_COMMANDS, Topic.BOT_CALLS, Topic.BOT_EVENTS, Topic.BOT_OUTCOMES, Topic.AUDIT_ACCESS)
            .flatMap(topic -> IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
            .toList();
    private final TestBroker broker;
    private final TestDatabase database;
    private final Gateway gateway = new Gateway();
    private final Path keys = newDirectory();
    private final TopicWriter writer;
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    private AuditBed(TestBroker broker, TestDatabase database) {
        this.broker = broker;
        this.database = database;
        this.writer = TopicWriter.to(broker.withTopics(PARTITIONS).connection());
    }

    public static AuditBed fresh() {
        return new AuditBed(TestBroker.fresh(), TestDatabase.fresh());
    }

    /** For tests that take the database away. */
    public static AuditBed withItsOwnDatabaseServer() {
        return new AuditBed(TestBroker.fresh(), TestDatabase.freshOnItsOwnServer());
    }

    /** For tests that kill whatever there is. */
    public static AuditBed killable() {
        return new AuditBed(TestBroker.killable(), TestDatabase.freshOnItsOwnServer());
    }

    public ConfigurableApplicationContext start() {
        return start(Map.of());
    }

    /** One that counts outcomes, too, in a directory of its own. */
    public ConfigurableApplicationContext startCounting() {
        return start(counting());
    }

    /** What makes an instance count. */
    public static Map<String, Object> counting() {
        return Map.of(
                "botyard.audit.activity.enabled",
                true,
                "botyard.audit.activity.state-dir",
                newDirectory().toString(),
                "botyard.audit.activity.told-every",
                "200ms",
                "botyard.audit.activity.commit-every",
                "200ms");
    }

    /** An instance in a process of its own, which has not started yet and is to be ended before this is closed. */
    public ServiceProcess process(Map<String, Object> more, Path log) {
        return new ServiceProcess(
                AuditApplication.class,
                () -> properties(more).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toList(),
                log);
    }

    public ConfigurableApplicationContext start(Map<String, Object> more) {
        return start(Clock.systemUTC(), more);
    }

    /** One that takes another time for now; the database keeps its own. */
    public ConfigurableApplicationContext start(Clock clock, Map<String, Object> more) {
        var properties = properties(more);
        var context = AuditApplication.application()
                .registerShutdownHook(false)
                .initializers(starting -> {
                    starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bed", properties));
                    ((GenericApplicationContext) starting)
                            .registerBean("bedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
                })
                .run();
        running.add(context);
        return context;
    }

    private Map<String, Object> properties(Map<String, Object> more) {
        var properties = settings();
        properties.putAll(more);
        return properties;
    }

    /** What every instance is told, unless a test says otherwise. */
    private Map<String, Object> settings() {
        var properties = new HashMap<String, Object>(database.properties(DatabaseLayout.AUDIT));
        properties.putAll(broker.properties());
        properties.put("botyard.kafka.partitions", PARTITIONS);
        properties.put("botyard.gateway.jwks-url", gateway.jwksUrl());
        properties.put("botyard.audit.heads.keys", keys.toString());
        properties.put("botyard.audit.activity.enabled", false);
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        return properties;
    }

    public TestBroker broker() {
        return broker;
    }

    public TestDatabase database() {
        return database;
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Where the instances keep the keys they sign with. */
    public Path keys() {
        return keys;
    }

    public TopicWriter tell() {
        return writer;
    }

    /** As the server's superuser, past every grant. */
    public JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(database.url()) {
            @Override
            public Connection getConnection() throws SQLException {
                return database.connect();
            }
        });
    }

    public long count(String from) {
        return sql().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    /** Whether every input that holds anything has been read to its end, also one of which nothing is kept yet. */
    public boolean everythingIsRead() {
        var positions = positions();
        try (var reader = new KafkaConsumer<String, byte[]>(broker.connection().consumer())) {
            return reader.endOffsets(INPUTS).entrySet().stream()
                    .allMatch(end -> positions.getOrDefault(end.getKey(), 0L).equals(end.getValue()));
        }
    }

    /** How many records have been read of all inputs. */
    public long read() {
        return positions().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        sql().sql("SELECT topic, partition, next FROM audit.positions").query(row -> {
            positions.put(new TopicPartition(row.getString("topic"), row.getInt("partition")), row.getLong("next"));
        });
        return positions;
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("audit-keys");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        running.forEach(ConfigurableApplicationContext::close);
        writer.close();
        gateway.close();
        broker.stop();
    }
}
