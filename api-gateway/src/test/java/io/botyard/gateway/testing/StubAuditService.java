package io.botyard.gateway.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers at audit-service's HTTP edge: 404 unless told otherwise. */
public final class StubAuditService implements AutoCloseable {

    /** What it was asked, and with which token. */
    public record Asked(String pathAndQuery, String authorization) {}

    private record Canned(int status, String body, boolean isCut) {}

    private static final int IN_CHUNKS = 0;

    private final Map<String, Canned> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public StubAuditService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            var uri = exchange.getRequestURI();
            asked.add(new Asked(
                    uri.toString(), String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
            var answer = answers.getOrDefault(uri.getPath(), new Canned(404, "{\"code\":\"not_found\"}", false));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), answer.isCut() ? IN_CHUNKS : body.length);
            if (answer.isCut()) {
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
                throw new IOException("cut");
            }
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(String path, int status, String body) {
        answers.put(path, new Canned(status, body, false));
    }

    /** Begins to answer so, and breaks off. */
    public void breaksOff(String path, String body) {
        answers.put(path, new Canned(200, body, true));
    }

    /** An operation of this user's that has ended; {@code result} and {@code error} are JSON. */
    public void finished(long user, String id, String status, String result, String error) {
        answers(
                "/operations/" + id,
                200,
                ("{\"operation_id\":\"%s\",\"user_id\":%d,\"method\":null,\"kind\":\"call_method\",\"status\":\"%s\","
                                + "\"finished_at\":\"2026-11-24T02:15:30.120Z\",\"result\":%s,\"error\":%s}")
                        .formatted(id, user, status, result, error));
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
