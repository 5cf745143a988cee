package io.botyard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.embedded.postgres.DatabaseLayout;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void eachIsItsOwn() throws Exception {
        var one = TestDatabase.fresh();
        var other = TestDatabase.fresh();
        execute(one, "CREATE TABLE bots.mine (id int)");
        execute(other, "CREATE TABLE bots.mine (id int)");
        assertThat(one.url()).isNotEqualTo(other.url());
    }

    @Test
    void itsServerCanGoAwayAndComeBack() throws Exception {
        var database = TestDatabase.fresh();
        execute(database, "CREATE TABLE bots.mine (id int)");
        database.stopServer();
        database.startServer();
        execute(database, "INSERT INTO bots.mine VALUES (1)");
        assertThat(database.properties(DatabaseLayout.WORKER)).containsEntry("spring.datasource.password", "worker");
    }

    private static void execute(TestDatabase database, String statement) throws SQLException {
        try (var connection = database.connectAs(DatabaseLayout.MIGRATOR);
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
