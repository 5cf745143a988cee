package io.botyard.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.start.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator says of TLS and logins is what Kafka's clients are told, and what cannot be meant is refused. */
class KafkaSecurityTest {

    private static final String SECRET = "correct horse";

    @TempDir
    private Path directory;

    @Test
    void whatIsNotSaidIsPlainText() {
        assertThat(settings(KafkaSecurity.NONE)).containsExactly(Map.entry("security.protocol", "PLAINTEXT"));
        assertThat(settings(new KafkaSecurity("", " ", "", "", ""))).isEqualTo(settings(KafkaSecurity.NONE));
    }

    @Test
    void whoGivesAUsernameLogsInOverTlsUnlessToldOtherwise() {
        assertThat(settings(login("anna", SECRET)))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(settings(new KafkaSecurity("SASL_PLAINTEXT", "SCRAM-SHA-256", "anna", SECRET, null)))
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-256");
    }

    @Test
    void certificatesInPemAreTrusted() throws Exception {
        var ca = Files.writeString(directory.resolve("ca.pem"), "certificates").toString();
        assertThat(settings(new KafkaSecurity(null, null, null, null, ca)))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", ca);
        assertRefused(
                new KafkaSecurity(null, null, "anna", SECRET, ca + ".gone"),
                "BOTYARD_KAFKA_CA_FILE names " + ca + ".gone, which cannot be read.");
    }

    @Test
    void anyCharacterMayStandInAPassword() {
        var all = IntStream.rangeClosed(1, Character.MAX_VALUE)
                .mapToObj(character -> Character.toString((char) character))
                .collect(Collectors.joining());
        for (var password :
                new String[] {all, "\"; other required x=\"y", "\\", "\\\"", "a\\n", "#'//*", "\u00e4\u4e2d"}) {
            assertThat(passwordReadBack(login("an\"na", password))).isEqualTo(password);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|||anna|| BOTYARD_KAFKA_PASSWORD is not set, and BOTYARD_KAFKA_USERNAME is: give it as an environment variable, or as a file of that name in the directory of secrets, BOTYARD_SECRETS_DIR.",
                "|||| secret| BOTYARD_KAFKA_USERNAME is not set, and with BOTYARD_KAFKA_SECURITY_PROTOCOL=SASL_SSL clients log in to Kafka: set it and BOTYARD_KAFKA_PASSWORD.",
                "| SASL_PLAINTEXT|||| BOTYARD_KAFKA_USERNAME is not set, and with BOTYARD_KAFKA_SECURITY_PROTOCOL=SASL_PLAINTEXT clients log in to Kafka: set it and BOTYARD_KAFKA_PASSWORD.",
                "| SSL|| anna| secret| BOTYARD_KAFKA_USERNAME is set, and with BOTYARD_KAFKA_SECURITY_PROTOCOL=SSL nobody logs in: take it away, or set SASL_SSL.",
                "| TLS|| anna| secret| BOTYARD_KAFKA_SECURITY_PROTOCOL is TLS: set PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.",
                "|| PLAIN| anna| secret| BOTYARD_KAFKA_SASL_MECHANISM is PLAIN: set SCRAM-SHA-512 or SCRAM-SHA-256."
            })
    void whatCannotBeMeantIsRefusedWithTheNameOfTheSetting(
            String none, String protocol, String mechanism, String username, String password, String sentence) {
        assertRefused(new KafkaSecurity(protocol, mechanism, username, password, none), sentence);
    }

    @Test
    void whatADeploymentGivesItselfWins() {
        var extra =
                Map.of("sasl.jaas.config", "its own", "ssl.keystore.location", "client.p12", "sasl.mechanism", "PLAIN");
        assertThat(new KafkaSecurity("SASL_SSL", null, null, null, null).clientSettings(extra))
                .containsAllEntriesOf(extra)
                .containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void noPasswordIsInWhatIsPrintedAndKafkaHidesItInItsOwnLog() {
        var connection =
                KafkaConnection.secured("kafka:9093", login("anna", SECRET), Map.of("ssl.key.password", SECRET));
        assertThat(login("anna", SECRET).toString()).doesNotContain(SECRET);
        assertThat(connection.toString()).doesNotContain(SECRET).contains("kafka:9093");
        assertThat(connection.producer())
                .hasEntrySatisfying(
                        "sasl.jaas.config", told -> assertThat(told.toString()).contains(SECRET));
        // What a client's start logs is the text of these values.
        var logged = new ProducerConfig(connection.producer()).values();
        assertThat(logged.get("sasl.jaas.config")).isInstanceOf(Password.class).hasToString(Password.HIDDEN);
        assertThat(logged.toString()).doesNotContain(SECRET);
    }

    private static KafkaSecurity login(String username, String password) {
        return new KafkaSecurity(null, null, username, password, null);
    }

    private static Map<String, String> settings(KafkaSecurity security) {
        return security.clientSettings(Map.of());
    }

    private static @Nullable Object passwordReadBack(KafkaSecurity security) {
        var jaas = new Password(settings(security).get("sasl.jaas.config"));
        var entries =
                JaasContext.loadClientContext(Map.of("sasl.jaas.config", jaas)).configurationEntries();
        assertThat(entries).hasSize(1);
        return entries.getFirst().getOptions().get("password");
    }

    private static void assertRefused(KafkaSecurity security, String sentence) {
        assertThatThrownBy(() -> settings(security))
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }
}
