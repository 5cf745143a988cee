package io.botyard.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Calls the Bot API with nothing but HTTP, in each of the four forms that it reads. */
public final class BotCaller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOUNDARY = "----part";

    private final URI base;
    private final String token;

    BotCaller(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public Answered get(String method) {
        return get(method, Map.of());
    }

    public Answered get(String method, Map<String, String> query) {
        String suffix = query.isEmpty() ? "" : "?" + encoded(query);
        return send(HttpRequest.newBuilder(uri(method + suffix)).GET());
    }

    public Answered form(String method, Map<String, String> fields) {
        return post(method, "application/x-www-form-urlencoded", encoded(fields));
    }

    public Answered json(String method, String body) {
        return post(method, "application/json", body);
    }

    public Answered multipart(String method, Map<String, String> fields) {
        String parts = fields.entrySet().stream()
                .map(field -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                        + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        return post(method, "multipart/form-data; boundary=" + BOUNDARY, parts + "--" + BOUNDARY + "--\r\n");
    }

    public Answered upload(String method, Map<String, String> fields, String field, String fileName) {
        String file = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\nbytes\r\n";
        String parts = fields.entrySet().stream()
                .map(entry -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + entry.getKey()
                        + "\"\r\n\r\n" + entry.getValue() + "\r\n")
                .collect(Collectors.joining());
        return post(method, "multipart/form-data; boundary=" + BOUNDARY, parts + file + "--" + BOUNDARY + "--\r\n");
    }

    /** Sends a text and answers the message's id. */
    public long say(long chat, String text) {
        return form("sendMessage", Map.of("chat_id", Long.toString(chat), "text", text))
                .messageId();
    }

    /** By POST, for a GET whose connection is lost is sent again by the JDK's client. */
    public CompletableFuture<Answered> later(String method, Map<String, String> fields) {
        HttpRequest request = HttpRequest.newBuilder(uri(method))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Answered::of);
    }

    public Answered send(HttpRequest.Builder request) {
        try {
            return Answered.of(
                    CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String method) {
        return URI.create(base + "/bot" + token + "/" + method);
    }

    private Answered post(String method, String type, String body) {
        return send(
                HttpRequest.newBuilder(uri(method)).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
