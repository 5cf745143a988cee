package io.botyard.bench.accept;

import io.botyard.bench.measure.Program;
import io.botyard.bench.world.BotRows;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.wire.WireJson;
import io.botyard.embedded.FreePort;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.gateway.GatewayApplication;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Users with an active bot each, on a database of their own, and a gateway that knows them. */
final class Tenants {

    /** So many that nobody's own limit is met: each may send 100 a second, and 6 000 at once. */
    private static final int USERS = 400;

    /** So many times what people are allowed: here one address registers all. */
    private static final int THROTTLES_TIMES = 100;

    private static final int AT_ONCE = 50;

    private static final String PASSWORD = "a long enough password";

    private final TestBroker broker;
    private final TestDatabase database = TestDatabase.fresh();
    private final BotRows rows = new BotRows(database);
    private final List<JsonNode> sessions = new ArrayList<>();

    private Tenants(TestBroker broker) {
        this.broker = broker;
    }

    static Tenants of(TestBroker broker) {
        var tenants = new Tenants(broker);
        tenants.rows.migrate("bots");
        tenants.rows.migrate("audit");
        return tenants;
    }

    /** How to start the gateway. */
    List<String> gateway(int port) throws IOException {
        var keys = Files.createTempDirectory("botyard-bench-keys");
        var settings = new HashMap<String, Object>(database.properties(DatabaseLayout.GATEWAY));
        settings.putAll(broker.properties());
        settings.put("server.port", port);
        settings.put("management.server.port", FreePort.orAny("127.0.0.1", 0));
        settings.put("botyard.hazelcast.port", FreePort.orAny("127.0.0.1", 0));
        settings.put("botyard.hazelcast.cluster-name", "bench");
        settings.put("botyard.gateway.throttles.times", THROTTLES_TIMES);
        settings.put("botyard.gateway.keys.directory", keys.resolve("gateway"));
        settings.put("botyard.secret.local.keyset", keys.resolve("keyset.json"));
        settings.put("botyard.gateway.first-admin.email", "bench-admin@example.org");
        settings.put("botyard.gateway.first-admin.password", PASSWORD);
        return Program.java(
                GatewayApplication.class,
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    /** An access token of each user, all of them new. */
    List<String> register(URI gateway) throws IOException, InterruptedException, SQLException {
        try (var http = HttpClient.newHttpClient()) {
            for (var i = 0; i < USERS; i++) {
                var email = "bench-" + i + "@example.org";
                var user = Map.of("email", email, "username", "bench-" + i, "password", PASSWORD);
                var id = post(http, gateway.resolve("/api/auth/register"), user)
                        .path("user")
                        .path("id")
                        .asLong();
                rows.add(Map.of(id, new SealedSecret("")), AT_ONCE);
                sessions.add(
                        post(http, gateway.resolve("/api/auth/login"), Map.of("email", email, "password", PASSWORD)));
            }
        }
        return tokens();
    }

    /** Another access token of each user. */
    List<String> refresh(URI gateway) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var i = 0; i < USERS; i++) {
                var spent = sessions.get(i).path("refresh_token").asString();
                sessions.set(i, post(http, gateway.resolve("/api/auth/refresh"), Map.of("refresh_token", spent)));
            }
        }
        return tokens();
    }

    private List<String> tokens() {
        return sessions.stream()
                .map(session -> session.path("access_token").asString())
                .toList();
    }

    private static JsonNode post(HttpClient http, URI to, Map<String, String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WireJson.mapper().writeValueAsString(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(to.getPath() + " answered " + answer.body());
        }
        return WireJson.mapper().readTree(answer.body());
    }
}
