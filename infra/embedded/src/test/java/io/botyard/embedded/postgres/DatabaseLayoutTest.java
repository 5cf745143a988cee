package io.botyard.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.botyard.embedded.Programs;
import io.botyard.embedded.Traces;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLayoutTest {

    private static final RolePasswords PASSWORDS = new RolePasswords("m'igrator", "gateway", "worker", "audit");

    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void apply() {
        database = EmbeddedDatabase.start(
                new DatabaseSettings(directory.resolve("rows"), Programs.DIRECTORY, 0, "secret"));
        DatabaseLayout.on(database).apply("botyard", PASSWORDS);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void mayBeAppliedAgain() throws Exception {
        DatabaseLayout.on(database).apply("botyard", PASSWORDS);
        assertThat(as("botyard_migrator", "m'igrator", "SELECT current_user")).containsExactly("botyard_migrator");
    }

    @Test
    void theMigratorOwnsEverySchema() throws Exception {
        var owners = "SELECT DISTINCT nspowner::regrole::text FROM pg_namespace"
                + " WHERE nspname IN ('identity', 'bots', 'audit')";
        assertThat(as("botyard_migrator", "m'igrator", owners)).containsExactly("botyard_migrator");
    }

    @Test
    void aWorkerThatFreezesInATransactionLosesIt() throws Exception {
        assertThat(as("botyard_worker", "worker", "SHOW idle_in_transaction_session_timeout"))
                .containsExactly("2s");
    }

    @Test
    void eachServiceSeesTheSchemasThatItReads() throws Exception {
        assertThat(visible("botyard_gateway", "gateway")).containsExactly("audit", "bots", "identity");
        assertThat(visible("botyard_worker", "worker")).containsExactly("bots");
        assertThat(visible("botyard_audit", "audit")).containsExactly("audit", "bots");
    }

    @Test
    void noServiceMakesTables() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> as("botyard_worker", "worker", "CREATE TABLE bots.mine (id int)"))
                .withMessageContaining("permission denied");
    }

    private static List<String> visible(String role, String password) throws SQLException {
        return as(
                role,
                password,
                "SELECT nspname FROM pg_namespace WHERE nspname IN ('identity', 'bots', 'audit')"
                        + " AND has_schema_privilege(nspname, 'USAGE') ORDER BY 1");
    }

    private static List<String> as(String role, String password, String query) throws SQLException {
        return Traces.rows(database.url("botyard"), role, password, query);
    }
}
