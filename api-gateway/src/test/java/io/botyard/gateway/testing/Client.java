package io.botyard.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Somebody who speaks HTTP to a gateway. */
public final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final List<String> headers;

    Client(String base, List<String> headers) {
        this.base = base;
        this.headers = List.copyOf(headers);
    }

    public Client with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(base, more);
    }

    /** With paths below this one. */
    public Client at(String path) {
        return new Client(base + path, headers);
    }

    public Client bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), List.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), List.of());
    }

    /** JSON, well-formed or not. */
    public Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), List.of("Content-Type", "application/json"));
    }

    public Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body), List.of("Content-Type", "application/json"));
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, BodyPublishers.ofString(body), List.of("Content-Type", "application/json"));
    }

    public Answer send(String method, String path, BodyPublisher body, List<String> more) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        for (var all : List.of(headers, more)) {
            for (var i = 0; i < all.size(); i += 2) {
                request.header(all.get(i), all.get(i + 1));
            }
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }
}
