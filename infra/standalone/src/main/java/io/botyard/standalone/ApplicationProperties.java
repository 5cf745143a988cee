package io.botyard.standalone;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What tells the three applications about the parts they run on: the settings a deployment would give them. */
record ApplicationProperties(StandaloneSettings settings, DataHome home, Addresses addresses, FirstAdmin admin) {

    /** Everything comes from one address here, and nobody is kept out for trying things. */
    static final int THROTTLES_TIMES = 100;

    /** By then a start is over: whoever waits for it does not wait for this. */
    private static final String COUNTING_AFTER = "20s";

    Map<String, Object> gateway() {
        var properties = common(Door.GATEWAY, home.databasePasswords().roles().gateway());
        manageAt(Door.GATEWAY_MANAGEMENT, properties);
        properties.put("botyard.gateway.keys.directory", home.gatewayKeys().toString());
        properties.put("botyard.telegram.api-url", apiUrl().toString());
        properties.put("botyard.telegram.sandbox", settings.doors().contains(Door.SANDBOX));
        properties.put("botyard.gateway.throttles.times", THROTTLES_TIMES);
        properties.put("botyard.audit-service.url", addresses.of(Door.AUDIT).toString());
        admin.password().ifPresent(password -> {
            properties.put("botyard.gateway.first-admin.email", admin.email());
            properties.put("botyard.gateway.first-admin.password", password);
        });
        return properties;
    }

    Map<String, Object> worker() {
        var properties =
                common(Door.WORKER_MANAGEMENT, home.databasePasswords().roles().worker());
        properties.put("botyard.worker.telegram.api-url", apiUrl().toString());
        return properties;
    }

    Map<String, Object> audit() {
        var properties = common(Door.AUDIT, home.databasePasswords().roles().audit());
        manageAt(Door.AUDIT_MANAGEMENT, properties);
        properties.put("botyard.audit.heads.keys", home.auditKeys().toString());
        properties.put("botyard.audit.activity.state-dir", home.auditState().toString());
        properties.put("botyard.audit.activity.standbys", 0);
        properties.put("botyard.audit.activity.start-after", COUNTING_AFTER);
        properties.put(
                "botyard.gateway.jwks-url",
                addresses.of(Door.GATEWAY).resolve("/.well-known/jwks.json").toString());
        return properties;
    }

    private URI apiUrl() {
        return switch (settings.telegram()) {
            case WhichTelegram.Server(URI apiUrl) -> apiUrl;
            case WhichTelegram.Sandbox _ -> addresses.of(Door.SANDBOX);
        };
    }

    private void manageAt(Door door, Map<String, Object> properties) {
        properties.put("management.server.address", settings.bind());
        properties.put("management.server.port", settings.ports().of(door));
    }

    private Map<String, Object> common(Door door, String databasePassword) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", settings.bind());
        properties.put("server.port", settings.ports().of(door));
        properties.put("botyard.kafka.bootstrap-servers", addresses.kafka());
        properties.put("spring.datasource.url", addresses.database());
        properties.put("spring.datasource.password", databasePassword);
        properties.put(
                "spring.flyway.password", home.databasePasswords().roles().migrator());
        properties.put("botyard.secret.local.keyset", home.keyset().toString());
        properties.put("botyard.secret.local.standalone", true);
        properties.putAll(settings.extra());
        return properties;
    }
}
