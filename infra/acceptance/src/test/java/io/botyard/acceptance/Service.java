package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.AuditApplication;
import io.botyard.gateway.GatewayApplication;
import io.botyard.worker.WorkerApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** One of the three, as an operator starts it, what it does not start without, and what it needs of Kafka. */
enum Service {
    GATEWAY(GatewayApplication.class),
    WORKER(WorkerApplication.class),
    AUDIT(AuditApplication.class);

    private static final int PATIENCE_SECONDS = 120;

    private final Class<?> main;

    Service(Class<?> main) {
        this.main = main;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case GATEWAY -> GatewayApplication.application();
            case WORKER -> WorkerApplication.application();
            case AUDIT -> AuditApplication.application();
        };
    }

    /** What its process runs. */
    Class<?> main() {
        return main;
    }

    List<String> secrets() {
        return switch (this) {
            case GATEWAY ->
                List.of(
                        "BOTYARD_GATEWAY_DATABASE_PASSWORD",
                        "BOTYARD_MIGRATOR_PASSWORD",
                        "BOTYARD_GATEWAY_KEYS",
                        "BOTYARD_KEYSET_FILE");
            case WORKER ->
                List.of("BOTYARD_WORKER_DATABASE_PASSWORD", "BOTYARD_MIGRATOR_PASSWORD", "BOTYARD_KEYSET_FILE");
            case AUDIT -> List.of("BOTYARD_AUDIT_DATABASE_PASSWORD", "BOTYARD_MIGRATOR_PASSWORD", "BOTYARD_AUDIT_KEYS");
        };
    }

    /** Topics of Kafka. */
    Set<String> reads() {
        return switch (this) {
            case GATEWAY -> Set.of("bot.replies", "bot.events", "bot.outcomes");
            case WORKER -> Set.of("bot.commands", "bot.calls", "bot.intents", "bot.outcomes");
            case AUDIT ->
                Set.of(
                        "bot.commands",
                        "bot.calls",
                        "bot.events",
                        "bot.outcomes",
                        "audit.access",
                        "audit.heads",
                        "ops.activity");
        };
    }

    Set<String> writes() {
        return switch (this) {
            case GATEWAY -> Set.of("bot.commands", "bot.calls", "audit.access", "bot.replies.dlq");
            case WORKER ->
                Set.of(
                        "bot.intents",
                        "bot.events",
                        "bot.outcomes",
                        "bot.replies",
                        "bot.commands",
                        "bot.commands.dlq",
                        "bot.calls.dlq",
                        "bot.intents.dlq",
                        "bot.outcomes.dlq");
            case AUDIT ->
                Set.of(
                        "audit.heads",
                        "audit.access",
                        "ops.activity",
                        "ops.health",
                        "ops.activity.dlq",
                        "bot.commands.dlq",
                        "bot.calls.dlq",
                        "bot.events.dlq",
                        "bot.outcomes.dlq",
                        "audit.access.dlq");
        };
    }

    Set<String> groups() {
        return switch (this) {
            case GATEWAY -> Set.of();
            case WORKER -> Set.of("bot-worker");
            case AUDIT -> Set.of("audit-service", "botyard-activity");
        };
    }

    /** Groups of others, of which it sees what they have committed. */
    Set<String> watches() {
        return switch (this) {
            case GATEWAY, WORKER -> Set.of();
            case AUDIT -> Set.of("bot-worker");
        };
    }

    /** In a process of its own with this in its environment. Returns how it ended, which must be soon. */
    Ended runToItsEnd(Map<String, String> environment, Path directory) throws IOException, InterruptedException {
        var log = directory.resolve(name() + ".log");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BOTYARD_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    record Ended(int code, String printed) {}
}
