package io.botyard.audit.trail.verify;

import io.botyard.audit.entry.proof.CannotVerify;
import io.botyard.audit.entry.proof.Report;
import io.botyard.audit.entry.proof.Verification;
import io.botyard.audit.trail.seal.PublicKeys;
import io.botyard.contract.wire.KafkaConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What operators run beside the service, on any machine that reaches the database and Kafka, or a copy of the seals. */
public final class Command {
    private static final int DONE = 0;
    private static final int NOT_INTACT = 1;
    private static final int CANNOT_TELL = 2;
    private final CommandLine line;
    private final PrintStream out;
    private final Clock clock;

    public Command(CommandLine line, PrintStream out, Clock clock) {
        this.line = line;
        this.out = out;
        this.clock = clock;
    }

    /** Does it, and says with which code the process is to end: 0 intact or done, 1 not intact, 2 could not tell. */
    public int run() {
        try {
            return switch (line.verb()) {
                case "verify" -> verify();
                case "export-heads" -> export();
                case "public-keys" -> publicKeys();
                default -> throw new IllegalArgumentException("no such command: " + line.verb());
            };
        } catch (CannotVerify | DataAccessException | UncheckedIOException | IOException away) {
            out.println("could not tell: " + away.getMessage() + reason(away));
            return CANNOT_TELL;
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            out.println(wrong.getMessage());
            return CANNOT_TELL;
        }
    }

    private int verify() throws IOException {
        var user = line.option("user").map(CommandLine::number);
        var heads = line.option("heads").map(Path::of);
        var seals = heads.isPresent() ? new FileSeals(heads.get()) : new KafkaSeals(kafka());
        var verification = new Verification(new KeptRows(database()), seals, PublicKeys.in(keys()), clock);
        var report = user.isPresent() ? verification.of(user.get()) : verification.ofAll();
        new Printed(out).print(report);
        return code(report);
    }

    private static int code(Report report) {
        return switch (report.verdict()) {
            case INTACT -> DONE;
            case BROKEN -> NOT_INTACT;
            case UNKNOWN -> CANNOT_TELL;
        };
    }

    private int export() throws IOException {
        var file = Path.of(line.argument());
        out.println(new FileSeals(file).write(new KafkaSeals(kafka())) + " seals in " + file);
        return DONE;
    }

    private int publicKeys() {
        out.println(PublicKeys.in(keys()).published());
        return DONE;
    }

    private Path keys() {
        return Path.of(line.value("keys", "BOTYARD_AUDIT_KEYS", ".botyard/audit-keys"));
    }

    private KafkaConnection kafka() throws IOException {
        return new KafkaConnection(
                line.value("kafka", "BOTYARD_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"), line.kafkaClient());
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                line.value("database", "BOTYARD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/botyard"),
                line.value("as", "BOTYARD_AUDITOR", "botyard_audit"),
                line.secret("BOTYARD_AUDITOR_PASSWORD")));
    }

    private static String reason(Throwable away) {
        return Optional.ofNullable(away.getCause())
                .map(cause -> " (" + cause.getClass().getSimpleName() + ")")
                .orElse("");
    }

    /** Whether these arguments are a command, and not the service's. */
    public static boolean isOne(List<String> arguments) {
        return !arguments.isEmpty()
                && List.of("verify", "export-heads", "public-keys").contains(arguments.getFirst());
    }
}
