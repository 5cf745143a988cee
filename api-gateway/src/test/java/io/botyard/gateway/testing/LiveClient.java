package io.botyard.gateway.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a WebSocket open at {@code /api/live}, who reads whatever comes. */
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder partial = new StringBuilder();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private volatile int closeCode;
    private final AtomicInteger pings = new AtomicInteger();
    private volatile @Nullable WebSocket socket;

    private LiveClient() {}

    /** {@code headers} are names and values by turns. */
    public static LiveClient open(RunningGateway gateway, String... headers) {
        var client = new LiveClient();
        var handshake = HTTP.newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) {
            handshake.header(headers[i], headers[i + 1]);
        }
        client.socket = handshake
                .buildAsync(URI.create("ws://127.0.0.1:" + gateway.port() + "/api/live"), client)
                .join();
        return client;
    }

    /** Opened, and told that it is ready. */
    public static LiveClient ready(RunningGateway gateway, String token) {
        var client = open(gateway).says(auth(token));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(client.frames("ready")).hasSize(1));
        return client;
    }

    public static String auth(String token) {
        return "{\"type\":\"auth\",\"token\":\"" + token + "\"}";
    }

    public LiveClient says(String text) {
        open().sendText(text, true).join();
        return this;
    }

    public void says(byte[] bytes) {
        open().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public List<JsonNode> frames(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    /** Of this type, about this user. */
    public List<JsonNode> about(String type, long user) {
        return frames(type).stream()
                .map(frame -> frame.path("data"))
                .filter(data -> data.path("user_id").asLong() == user)
                .toList();
    }

    /** Users of frames of these types. */
    public Stream<Long> users(String... types) {
        return Stream.of(types)
                .flatMap(type -> frames(type).stream())
                .map(frame -> frame.at("/data/user_id").asLong());
    }

    /** {@code 0} while it is open. */
    public int closeCode() {
        return closeCode;
    }

    public int pings() {
        return pings.get();
    }

    public void awaitClose(int code) {
        awaitClose(code, Duration.ofSeconds(10));
    }

    public void awaitClose(int code, Duration within) {
        await().atMost(within).untilAsserted(() -> assertThat(closeCode).isEqualTo(code));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            frames.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    private WebSocket open() {
        return Objects.requireNonNull(socket);
    }

    @Override
    public void close() {
        open().abort();
    }
}
