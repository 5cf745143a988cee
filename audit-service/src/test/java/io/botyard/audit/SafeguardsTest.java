package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What the service cannot do even if it wanted to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafeguardsTest {
    private AuditBed bed;
    private ConfigurableApplicationContext instance;

    @BeforeAll
    void setUp() {
        bed = AuditBed.fresh();
        instance = bed.start();
        bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), 41));
        await().atMost(Duration.ofSeconds(20)).until(() -> bed.count("audit.entries") == 1);
    }

    @AfterAll
    void tearDown() {
        bed.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entries SET action = 'x'",
                "DELETE FROM audit.entries",
                "TRUNCATE audit.entries",
                "DROP TABLE audit.entries",
                "DELETE FROM audit.entries_other",
                "DELETE FROM audit.seen_events",
                "DELETE FROM audit.operations",
                "DELETE FROM audit.chain_heads",
                "CREATE TABLE audit.more (x int)"
            })
    void theServicesRoleCannotRewriteATrail(String statement) throws SQLException {
        try (var connection = bed.database().connectAs(DatabaseLayout.AUDIT);
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theGatewaySeesUsageAndNothingElse() throws SQLException {
        try (var connection = bed.database().connectAs(DatabaseLayout.GATEWAY);
                var sql = connection.createStatement()) {
            sql.executeQuery("SELECT total_requests FROM audit.usage").close();
            assertThatThrownBy(() -> sql.executeQuery("SELECT * FROM audit.entries"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void entriesLieInTheirMonthsAndThreeMoreAreReady() {
        assertThat(bed.count("audit.entries_other")).isZero();
        assertThat(bed.count("pg_inherits WHERE inhparent = 'audit.entries'::regclass"))
                .isEqualTo(5);
    }

    @Test
    void aDeploymentMadeWithAnotherPartitionCountRefusesToStartAndSaysWhy() {
        assertThatThrownBy(() -> bed.start(Map.of("botyard.kafka.partitions", 6)))
                .hasStackTraceContaining("This deployment was made with 3 partitions, but BOTYARD_PARTITIONS is 6.");
    }

    @Test
    void topicsWithAnotherPartitionCountEndTheApplicationInsteadOfScatteringUsers() {
        try (var elsewhere = AuditBed.fresh()) {
            var refusing = elsewhere.start(Map.of("botyard.kafka.partitions", 6));
            await().atMost(Duration.ofSeconds(20)).until(() -> !refusing.isActive());
            assertThat(elsewhere.count("audit.deployment")).isZero();
        }
    }

    @Test
    void readinessLivenessAndMetricsAreOnTheManagementPortAlone() {
        var management = Door.ofManagement(instance);
        assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(management.get("/actuator/health/liveness").body()).doesNotContain("ingestion");
        assertThat(management.get("/actuator/prometheus").body())
                .contains("botyard_audit_lag_records{topic=\"bot.events\"}")
                .contains("botyard_audit_ingested_total{topic=\"bot.events\"} 1.0");
        assertThat(management.get("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(Door.of(instance).get("/actuator/health").statusCode()).isEqualTo(401);
    }
}
