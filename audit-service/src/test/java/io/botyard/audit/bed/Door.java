package io.botyard.audit.bed;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A port of a running instance. */
public record Door(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Door of(ConfigurableApplicationContext instance) {
        return new Door(instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    public static Door ofManagement(ConfigurableApplicationContext instance) {
        return new Door(instance.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    public HttpResponse<String> get(String path) {
        return get(path, null);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return WireJson.mapper().readTree(answer.body());
    }
}
