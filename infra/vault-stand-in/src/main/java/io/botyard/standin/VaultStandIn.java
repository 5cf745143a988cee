package io.botyard.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server of Vault on loopback. Several can share what is in them, as the servers of one Vault do. */
public final class VaultStandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] LOTS = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

    /** Times that are 16 MiB. */
    private static final int MANY = 256;

    private static final String ROOT = "";

    /** What one Vault knows, whichever of its servers is asked, by the namespace it is known in. */
    private final Map<String, Namespace> contents;

    private final @Nullable SSLContext tls;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile Fault fault = Fault.NONE;

    private VaultStandIn(Map<String, Namespace> contents, @Nullable SSLContext tls) {
        this.contents = contents;
        this.tls = tls;
        try {
            this.server = listening(tls);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer listening(@Nullable SSLContext tls) throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            return HttpServer.create(anyPort, 0);
        }
        var server = HttpsServer.create(anyPort, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    /** A Vault with one server and nothing in it. */
    public static VaultStandIn start() {
        return new VaultStandIn(nothing(), null);
    }

    /** The same behind TLS. */
    public static VaultStandIn start(SSLContext tls) {
        return new VaultStandIn(nothing(), tls);
    }

    private static Map<String, Namespace> nothing() {
        var contents = new ConcurrentHashMap<String, Namespace>();
        contents.put(ROOT, new Namespace());
        return contents;
    }

    /** Another server of the same Vault. */
    public VaultStandIn startAnother() {
        return new VaultStandIn(contents, tls);
    }

    public URI address() {
        return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:"
                + server.getAddress().getPort());
    }

    /** What is known to whoever names no namespace. */
    public Namespace root() {
        return namespace(ROOT);
    }

    /**
     * One of Vault Enterprise's, made where it is missing.
     *
     * @param path such as {@code teams/bots}
     */
    public Namespace namespace(String path) {
        return contents.computeIfAbsent(path, _ -> new Namespace());
    }

    /** From now on. */
    public void has(Fault what) {
        fault = what;
    }

    /** What was asked for, in order, whatever was answered. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/v1/".length());
            var body = exchange.getRequestBody().readAllBytes();
            asked.add(new Asked(path, sent(exchange, "X-Vault-Namespace")));
            switch (fault) {
                case NONE -> send(exchange, answer(exchange, path, body));
                case SEALED -> send(exchange, Response.error(503, "Vault is sealed"));
                case STANDBY -> send(exchange, new Response(307, ""));
                case RATE_LIMITED -> send(exchange, Response.error(429, "request path: rate limit quota exceeded"));
                case EMPTY -> send(exchange, Response.ok(Map.of()));
                case PROXY -> send(exchange, new Response(200, "<html>"));
                case HALF -> begin(exchange, answer(exchange, path, body));
                case STALLED -> {
                    begin(exchange, answer(exchange, path, body));
                    waitForEnd();
                }
                case SILENT -> waitForEnd();
                case LONG -> longWinded(exchange, answer(exchange, path, body));
            }
        }
    }

    private Response answer(HttpExchange exchange, String path, byte[] bytes) {
        JsonNode body;
        try {
            body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (JacksonException malformed) {
            return Response.error(400, "error parsing JSON");
        }
        // Slashes around it are Vault's to take away.
        var namespace = contents.get(sent(exchange, "X-Vault-Namespace").replaceAll("^/|/$", ""));
        return namespace == null
                ? Response.notFound()
                : namespace.answer(
                        sent(exchange, "X-Vault-Token"),
                        path,
                        body,
                        !exchange.getRequestMethod().equals("GET"));
    }

    private static String sent(HttpExchange exchange, String header) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(header), "");
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void begin(HttpExchange exchange, Response response) throws IOException {
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length + 1);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    /** It is right in the end, for whoever reads that far. */
    private static void longWinded(HttpExchange exchange, Response response) throws IOException {
        exchange.sendResponseHeaders(response.status(), 0);
        for (var i = 0; i < MANY; i++) {
            exchange.getResponseBody().write(LOTS);
        }
        exchange.getResponseBody().write(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private void waitForEnd() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
