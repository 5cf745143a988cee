package io.botyard.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Calls the sandbox's own endpoints. */
public final class ControlCaller {

    private final BotCaller http;
    private final URI base;

    ControlCaller(URI base) {
        this.base = base;
        this.http = new BotCaller(base, "");
    }

    public Answered get(String path) {
        return send("GET", path, "");
    }

    public Answered post(String path, String json) {
        return send("POST", path, json);
    }

    public Answered delete(String path) {
        return send("DELETE", path, "");
    }

    public Answered send(String verb, String path, String body) {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).method(verb, BodyPublishers.ofString(body)));
    }
}
