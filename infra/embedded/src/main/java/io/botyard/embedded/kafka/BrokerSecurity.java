package io.botyard.embedded.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What makes a broker one that takes nobody's word: clients come by TLS, log in by SCRAM-SHA-512, and may do what an ACL
 * allows them.
 *
 * @param certificate the broker's key and certificates in PEM
 * @param users who may log in, with their passwords; they are made with the directory
 * @param superUser the one of them whom no ACL has to allow anything
 */
public record BrokerSecurity(Path certificate, Map<String, String> users, String superUser) {

    private static final String MECHANISM = "SCRAM-SHA-512";

    /** For the broker's own way to its controller, which knows no SCRAM user before it runs. */
    private static final String CONTROLLER_USER = "controller";

    public BrokerSecurity {
        users = Map.copyOf(users);
        if (!users.containsKey(superUser)) {
            throw new IllegalArgumentException(superUser + " is not one of the users");
        }
    }

    List<String> scramUsers() {
        return users.entrySet().stream()
                .map(user -> MECHANISM + "=[name=" + user.getKey() + ",password=" + user.getValue() + "]")
                .toList();
    }

    Map<String, String> properties(String clients, String controller, String controllerPassword) {
        var password = users.get(superUser);
        return Map.ofEntries(
                Map.entry("listener.security.protocol.map", clients + ":SASL_SSL," + controller + ":SASL_PLAINTEXT"),
                Map.entry("inter.broker.listener.name", clients),
                Map.entry("sasl.enabled.mechanisms", MECHANISM),
                Map.entry("sasl.mechanism.inter.broker.protocol", MECHANISM),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.keystore.location", certificate.toString()),
                Map.entry("ssl.endpoint.identification.algorithm", ""),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificate.toString()),
                Map.entry(
                        listener(clients) + "scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + superUser
                                + "\" password=\"" + password + "\";"),
                Map.entry(listener(controller) + "sasl.enabled.mechanisms", "PLAIN"),
                Map.entry(
                        listener(controller) + "plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + CONTROLLER_USER
                                + "\" password=\"" + controllerPassword + "\" user_" + CONTROLLER_USER + "=\""
                                + controllerPassword + "\";"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("allow.everyone.if.no.acl.found", "false"),
                Map.entry("super.users", "User:" + CONTROLLER_USER + ";User:" + superUser));
    }

    private static String listener(String name) {
        return "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
    }

    @Override
    public String toString() {
        return "BrokerSecurity[" + users.keySet() + "]";
    }
}
