package io.botyard.bench.trail;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Program;
import io.botyard.bench.measure.Threads;
import io.botyard.contract.Message;
import io.botyard.contract.wire.WireJson;
import io.botyard.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Kafka Connect with Debezium's sink for JDBC, on its own versions of everything. It reads rows that are flat already,
 * into tables that are indexed as ours are and by the id that tells repeats, and keeps its offsets in Kafka.
 */
final class Connect implements AutoCloseable {

    private static final Map<String, String> DEFAULT = Map.of();
    private static final Map<String, String> TUNED = Map.of(
            "batch.size", "3000",
            "consumer.override.max.poll.records", "3000",
            "consumer.override.max.partition.fetch.bytes", "2097152",
            "dialect.postgres.unnest.insert.enabled", "true");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BETWEEN_LOOKS_MS = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Filled filled;
    private final Tables tables;
    private final Program program;
    private final URI rest;
    private final HttpClient http = HttpClient.newHttpClient();
    private int runs;

    private Connect(Filled filled, Tables tables, Program program, int port) {
        this.filled = filled;
        this.tables = tables;
        this.program = program;
        this.rest = URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it, and puts the load into topics of its own. */
    static Connect start(Filled filled, Tables tables, Path module, Path target)
            throws IOException, InterruptedException, ExecutionException {
        filled.make(ConnectTopic.ENTRIES.name(), ConnectTopic.OPERATIONS.name());
        filled.fill(ConnectTopic::record);
        var libraries = target.resolve("connect.classpath");
        Program.run(
                List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-f",
                        module.resolve("src/main/connect/pom.xml").toString(),
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + libraries),
                target.resolve("connect-maven.log"));
        var port = FreePort.orAny("127.0.0.1", 0);
        var settings = target.resolve("connect.properties");
        Files.write(
                settings,
                List.of(
                        "bootstrap.servers=" + filled.broker().bootstrapServers(),
                        "listeners=http://127.0.0.1:" + port,
                        "key.converter=org.apache.kafka.connect.storage.StringConverter",
                        "value.converter=org.apache.kafka.connect.json.JsonConverter",
                        "offset.storage.file.filename=" + target.resolve("connect.offsets"),
                        "offset.flush.interval.ms=10000",
                        "connector.client.config.override.policy=All",
                        "plugin.discovery=only_scan"));
        var program = Program.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseParallelGC",
                        "-cp",
                        Files.readString(libraries).strip(),
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        settings.toString()),
                target.resolve("connect.log"));
        program.awaitPort(port);
        return new Connect(filled, tables, program, port);
    }

    Cost asItComes() throws IOException, InterruptedException, SQLException {
        return run(DEFAULT, "");
    }

    Cost tuned() throws IOException, InterruptedException, SQLException {
        return run(TUNED, "&reWriteBatchedInserts=true");
    }

    private Cost run(Map<String, String> tuning, String parameters)
            throws IOException, InterruptedException, SQLException {
        runs++;
        for (var topic : topics()) {
            tables.replace(topic.name(), topic.table(sample(topic)), topic.ours());
        }
        for (var topic : topics()) {
            var config = new HashMap<>(sink(topic, parameters));
            config.putAll(tuning);
            ask(
                    "PUT",
                    "/connectors/" + connector(topic) + "/config",
                    WireJson.mapper().writeValueAsString(config));
        }
        var before = awaitMoreThan(0);
        var cpu = cpuNanos();
        var began = System.nanoTime();
        awaitMoreThan(Load.RECORDS - 1);
        var seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        var units = Load.RECORDS - before;
        var cost = new Cost(
                units,
                seconds,
                (cpuNanos() - cpu) / NANOS_PER_MICRO / units,
                Threads.of(program.handle().pid()),
                0);
        for (var topic : topics()) {
            ask("DELETE", "/connectors/" + connector(topic), "");
        }
        return cost;
    }

    private List<ConnectTopic> topics() {
        return filled.load().equals(Load.ENTRIES)
                ? List.of(ConnectTopic.ENTRIES)
                : List.of(ConnectTopic.ENTRIES, ConnectTopic.OPERATIONS);
    }

    private Message sample(ConnectTopic topic) {
        return filled.load().message(topic.equals(ConnectTopic.ENTRIES) ? 0 : 1);
    }

    /** A new name begins at the topic's start. */
    private String connector(ConnectTopic topic) {
        return topic.name() + "-" + runs;
    }

    private Map<String, String> sink(ConnectTopic topic, String parameters) {
        return Map.ofEntries(
                Map.entry("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector"),
                Map.entry("tasks.max", "2"),
                Map.entry("topics", topic.name()),
                Map.entry("collection.name.format", "${topic}"),
                Map.entry("connection.url", tables.migratorUrl() + parameters),
                Map.entry("connection.username", tables.migrator()),
                Map.entry("connection.password", tables.migratorPassword()),
                Map.entry("insert.mode", "upsert"),
                Map.entry("primary.key.mode", "record_value"),
                Map.entry("primary.key.fields", topic.key()),
                Map.entry("schema.evolution", "none"),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("value.converter.schemas.enable", "true"),
                Map.entry("value.converter.schema.content", topic.schema(sample(topic))));
    }

    private long awaitMoreThan(long rows) throws SQLException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var there = 0L;
            for (var topic : topics()) {
                there += tables.number("SELECT count(*) FROM audit." + topic.name());
            }
            if (there > rows) {
                return there;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
        throw new IllegalStateException("Kafka Connect does not get on; its log is beside the results");
    }

    private long cpuNanos() {
        return program.handle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private void ask(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " "
                    + answer.body().lines().collect(Collectors.joining(" ")));
        }
    }

    @Override
    public void close() {
        program.end();
        http.close();
    }
}
