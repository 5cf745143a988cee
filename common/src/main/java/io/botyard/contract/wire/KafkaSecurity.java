package io.botyard.contract.wire;

import io.botyard.start.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.jspecify.annotations.Nullable;

/**
 * Whom clients of Kafka trust, and as whom they log in. What is blank counts as not said.
 *
 * @param protocol of Kafka's four; unless said, {@code SASL_SSL} with a username, {@code SSL} with certificates, and
 *     {@code PLAINTEXT} with neither
 * @param mechanism {@code SCRAM-SHA-512} unless said, or {@code SCRAM-SHA-256}
 * @param caFile certificates in PEM that the brokers are trusted by; those of the JDK unless said
 */
public record KafkaSecurity(
        @Nullable String protocol,
        @Nullable String mechanism,
        @Nullable String username,
        @Nullable String password,
        @Nullable String caFile) {

    /** Nothing is said. */
    public static final KafkaSecurity NONE = new KafkaSecurity(null, null, null, null, null);

    private static final String PROTOCOL = "BOTYARD_KAFKA_SECURITY_PROTOCOL";
    private static final String MECHANISM = "BOTYARD_KAFKA_SASL_MECHANISM";
    private static final String USERNAME = "BOTYARD_KAFKA_USERNAME";
    private static final String PASSWORD = "BOTYARD_KAFKA_PASSWORD";
    private static final String CA_FILE = "BOTYARD_KAFKA_CA_FILE";

    public KafkaSecurity {
        protocol = said(protocol);
        mechanism = said(mechanism);
        username = said(username);
        password = said(password);
        caFile = said(caFile);
    }

    /**
     * What Kafka's clients call it.
     *
     * @param extra settings of theirs that a deployment gives itself, and that win
     * @throws StartRefused when something is missing, unknown or said in vain
     */
    Map<String, String> clientSettings(Map<String, String> extra) {
        var settings = new HashMap<String, String>();
        var how = securityProtocol();
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, how.name);
        if (how == SecurityProtocol.SASL_SSL || how == SecurityProtocol.SASL_PLAINTEXT) {
            if (!extra.containsKey(SaslConfigs.SASL_JAAS_CONFIG)) {
                settings.put(SaslConfigs.SASL_JAAS_CONFIG, login(how));
            }
            settings.put(SaslConfigs.SASL_MECHANISM, scram().mechanismName());
        } else if (username != null || password != null) {
            throw new StartRefused((username != null ? USERNAME : PASSWORD) + " is set, and with " + PROTOCOL + "="
                    + how.name + " nobody logs in: take it away, or set SASL_SSL.");
        }
        if (caFile != null) {
            settings.putAll(trusting(caFile, how));
        }
        settings.putAll(extra);
        return settings;
    }

    private SecurityProtocol securityProtocol() {
        if (protocol == null) {
            return username != null || password != null
                    ? SecurityProtocol.SASL_SSL
                    : caFile != null ? SecurityProtocol.SSL : SecurityProtocol.PLAINTEXT;
        }
        return Arrays.stream(SecurityProtocol.values())
                .filter(known -> known.name.equals(protocol))
                .findAny()
                .orElseThrow(() -> new StartRefused(
                        PROTOCOL + " is " + protocol + ": set PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL."));
    }

    private ScramMechanism scram() {
        return Arrays.stream(ScramMechanism.values())
                .filter(known -> known.mechanismName().equals(mechanism == null ? "SCRAM-SHA-512" : mechanism))
                .findAny()
                .orElseThrow(() ->
                        new StartRefused(MECHANISM + " is " + mechanism + ": set SCRAM-SHA-512 or SCRAM-SHA-256."));
    }

    private String login(SecurityProtocol how) {
        if (username == null) {
            throw new StartRefused(USERNAME + " is not set, and with " + PROTOCOL + "=" + how.name
                    + " clients log in to Kafka: set it and " + PASSWORD + ".");
        }
        if (password == null) {
            throw new StartRefused(
                    PASSWORD + " is not set, and " + USERNAME + " is: give it as an environment variable,"
                            + " or as a file of that name in the directory of secrets, BOTYARD_SECRETS_DIR.");
        }
        return "%s required username=%s password=%s;"
                .formatted(ScramLoginModule.class.getName(), quoted(username), quoted(password));
    }

    private static Map<String, String> trusting(String caFile, SecurityProtocol how) {
        if (how == SecurityProtocol.PLAINTEXT || how == SecurityProtocol.SASL_PLAINTEXT) {
            throw new StartRefused(CA_FILE + " is set, and with " + PROTOCOL + "=" + how.name
                    + " there is no certificate to trust: take it away, or set "
                    + (how == SecurityProtocol.PLAINTEXT ? "SSL." : "SASL_SSL."));
        }
        if (!Files.isReadable(Path.of(caFile))) {
            throw new StartRefused(CA_FILE + " names " + caFile + ", which cannot be read.");
        }
        return Map.of(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM", SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, caFile);
    }

    /** As a login file writes it: whatever is in it, it ends where it ends. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    @Override
    public String toString() {
        return "KafkaSecurity[redacted]";
    }
}
