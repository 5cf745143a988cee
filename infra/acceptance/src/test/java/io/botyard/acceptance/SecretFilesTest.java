package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A mounted file is as good as a variable: the audit service logs in to a real PostgreSQL with what it reads there. */
class SecretFilesTest {

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path secrets;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\n\n\n"})
    void aPasswordIsReadFromAFileAndTrailingLineBreaksDoNoHarm(String end) throws Exception {
        write("BOTYARD_AUDIT_DATABASE_PASSWORD", database.passwords().audit() + end);
        write("BOTYARD_MIGRATOR_PASSWORD", database.passwords().migrator() + end);
        try (var service = start()) {
            assertThat(userOf(service)).isEqualTo("botyard_audit");
        }
    }

    @Test
    void aVariableIsStrongerThanAFile() throws Exception {
        write("BOTYARD_AUDIT_DATABASE_PASSWORD", "from before");
        write("BOTYARD_MIGRATOR_PASSWORD", database.passwords().migrator());
        try (var service = start(
                "--BOTYARD_AUDIT_DATABASE_PASSWORD=" + database.passwords().audit())) {
            assertThat(userOf(service)).isEqualTo("botyard_audit");
        }
    }

    private void write(String setting, String content) throws Exception {
        Files.writeString(secrets.resolve(setting), content);
    }

    private ConfigurableApplicationContext start(String... more) throws Exception {
        write("BOTYARD_AUDIT_KEYS", secrets.resolve("keys").toString());
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--BOTYARD_SECRETS_DIR=" + secrets);
        arguments.add("--BOTYARD_DATABASE_URL=" + database.url());
        arguments.add("--BOTYARD_KAFKA_BOOTSTRAP_SERVERS=" + TestBroker.shared().bootstrapServers());
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        return Service.AUDIT.application().run(arguments.toArray(String[]::new));
    }

    private static String userOf(ConfigurableApplicationContext service) throws SQLException {
        try (var connection = service.getBean(DataSource.class).getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }
}
