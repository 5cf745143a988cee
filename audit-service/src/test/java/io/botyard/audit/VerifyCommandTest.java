package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Seals;
import io.botyard.audit.bed.Superuser;
import io.botyard.audit.trail.verify.Command;
import io.botyard.audit.trail.verify.CommandLine;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator runs: 0 intact, 1 not, 2 could not tell. */
@Tag("faults")
class VerifyCommandTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, Object> OFTEN = Map.of("botyard.audit.heads.every", "200ms");

    @TempDir
    private Path directory;

    private AuditBed bed;
    private String said = "";

    @BeforeEach
    void setUp() {
        bed = AuditBed.fresh();
        bed.sql().sql("""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'an_auditor') THEN
                        CREATE ROLE an_auditor LOGIN PASSWORD 'reads';
                    END IF;
                    EXECUTE format('GRANT CONNECT ON DATABASE %I TO an_auditor', current_database());
                END $$""").update();
        bed.sql().sql("GRANT USAGE ON SCHEMA audit TO an_auditor").update();
    }

    @AfterEach
    void tearDown() {
        bed.close();
    }

    @Test
    void anIntactTrailAndThenATamperedOneAgainstKafkaAndAgainstACopy() {
        var instance = recorded(30);
        var copy = directory.resolve("heads.jsonl").toString();
        assertThat(command("verify")).as(said).isZero();
        assertThat(said).startsWith("intact\nchains 10, entries 30,").contains("nothing recorded since is covered");
        assertThat(command("export-heads", copy)).as(said).isZero();
        assertThat(command("public-keys")).isZero();
        assertThat(said).contains("\"kid\"").doesNotContain("\"d\"");
        new Superuser(bed).rewrite(Chains.of(instance, 4), 2);
        for (var against : List.of(new String[] {"verify"}, new String[] {"verify", "--heads", copy})) {
            assertThat(command(against)).as(said).isEqualTo(1);
            assertThat(said).contains("NOT INTACT: 1 broken chains").contains("user 4: first bad entry 2, replaced");
        }
        assertThat(command("verify", "--user", "4")).isEqualTo(1);
        assertThat(command("verify", "--user", "5")).as(said).isZero();
    }

    @Test
    void yesterdaysWholeDatabasePutBackIsFoundUntilItHasReadAgainWhatWasSigned() {
        recorded(20).close();
        var superuser = new Superuser(bed);
        superuser.copyEverything();
        recorded(30).close();
        assertThat(command("verify")).as(said).isZero();
        superuser.putEverythingBack();
        assertThat(command("verify")).as(said).isEqualTo(1);
        assertThat(said)
                .contains("10 broken chains")
                .contains("user 1: first bad entry 3, older")
                .contains("the database has read less than was signed");
        var resumed = bed.start(OFTEN);
        bed.tell().send(Topic.BOT_EVENTS, events(10));
        await().atMost(LONG).until(() -> bed.everythingIsRead() && signed() == 60 + AuditBed.PARTITIONS);
        assertThat(command("verify")).as(said).isZero();
        assertThat(Seals.outOfLine(bed)).isEmpty();
        assertThat(Chains.of(resumed, 0))
                .hasSize(AuditBed.PARTITIONS)
                .allMatch(entry -> entry.says().action().equals("trail_restored"))
                .allMatch(entry ->
                        entry.says().details().text().matches("\\{\"partition\":.,\"seal\":.*,\"records\":.*}"));
    }

    @Test
    void sealsThatAreMissingForgedOrOfAnotherDeploymentTellNothing() throws IOException {
        recorded(20);
        bed.tell().send(Topic.BOT_EVENTS, events(10));
        await().atMost(LONG).until(() -> bed.everythingIsRead() && signed() == 30);
        var copy = directory.resolve("heads.jsonl");
        assertThat(command("export-heads", copy.toString())).isZero();
        var lines = Files.readAllLines(copy);
        assertThat(against(lines.stream().skip(1))).isEqualTo(2);
        assertThat(said).contains("seals 1 to 1 of partition");
        assertThat(against(lines.stream().filter(line -> !line.startsWith("{\"partition\":0,"))))
                .isEqualTo(2);
        assertThat(said).contains("of partition 0 are missing");
        assertThat(against(Stream.concat(
                        Stream.of(lines.getFirst().replaceFirst("\"seq\":\\d+", "\"seq\":9999")),
                        lines.stream().skip(1))))
                .isEqualTo(2);
        assertThat(said).contains("1 records were not signed by this deployment");
        assertThat(against(Stream.concat(Stream.of("junk", lines.getFirst()), lines.stream())))
                .as(said)
                .isZero();
        assertThat(against(Stream.empty())).isEqualTo(2);
        assertThat(command("verify", "--heads", directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(command("verify", "--kafka", "127.0.0.1:1")).isEqualTo(2);
        assertThat(command("verify", "--database", "jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(2);
        assertThat(command("verify", "--user", "me")).isEqualTo(2);
        try (var elsewhere = AuditBed.fresh()) {
            elsewhere.start(OFTEN);
            assertThat(command("verify", "--keys", elsewhere.keys().toString())).isEqualTo(2);
            assertThat(said).contains("which is not known here");
        }
    }

    /** Starts an instance and returns when so many events more, of ten users, are recorded and signed. */
    private ConfigurableApplicationContext recorded(int many) {
        var before = signed();
        var instance = bed.start(OFTEN);
        bed.sql()
                .sql("GRANT SELECT ON audit.entries, audit.positions TO an_auditor")
                .update();
        bed.tell().send(Topic.BOT_EVENTS, events(many));
        await().atMost(LONG).until(() -> bed.everythingIsRead() && signed() == before + many);
        return instance;
    }

    private long signed() {
        return Seals.hashes(bed).values().stream().mapToLong(List::size).sum();
    }

    private int against(Stream<String> lines) throws IOException {
        var file = directory.resolve("changed.jsonl");
        Files.write(file, lines.toList());
        return command("verify", "--heads", file.toString());
    }

    private int command(String... arguments) {
        var environment = Map.of(
                "BOTYARD_AUDIT_KEYS", bed.keys().toString(),
                "BOTYARD_KAFKA_BOOTSTRAP_SERVERS", bed.broker().bootstrapServers(),
                "BOTYARD_DATABASE_URL", bed.database().url(),
                "BOTYARD_AUDITOR", "an_auditor",
                "BOTYARD_AUDITOR_PASSWORD", "reads");
        var out = new ByteArrayOutputStream();
        var line = new CommandLine(List.of(arguments), environment);
        var code = new Command(line, new PrintStream(out, true, StandardCharsets.UTF_8), Clock.systemUTC()).run();
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static Message[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(newCommand(), 1 + i % 10))
                .toArray(Message[]::new);
    }
}
