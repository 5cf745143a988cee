package io.botyard.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server of Vault on loopback. Several can share what is in them, as the servers of one Vault do. */
public final class VaultStandIn implements AutoCloseable {

    /** What one Vault knows, whichever of its servers is asked. */
    private static final class Contents {
        private final TransitEngine transit = new TransitEngine();
        private final Grants grants = new Grants(Clock.systemUTC());
        private final Map<String, Policy> policies = new ConcurrentHashMap<>();
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] LOTS = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

    /** Times that are 16 MiB. */
    private static final int MANY = 256;

    private final Contents contents;
    private final Logins logins;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile Fault fault = Fault.NONE;

    private VaultStandIn(Contents contents) {
        this.contents = contents;
        this.logins = new Logins(contents.grants);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** A Vault with one server and nothing in it. */
    public static VaultStandIn start() {
        return new VaultStandIn(new Contents());
    }

    /** Another server of the same Vault. */
    public VaultStandIn startAnother() {
        return new VaultStandIn(contents);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes a derived key of type aes256-gcm96, unless it is there. */
    public void createKey(String name) {
        contents.transit.key(name);
    }

    /** Makes a new version of a key. */
    public void rotate(String name) {
        contents.transit.key(name).rotate();
    }

    /**
     * Keeps a policy.
     *
     * @param text in Vault's language
     */
    public void policy(String name, String text) {
        contents.policies.put(name, Policy.of(text));
    }

    /** Lets in whoever knows a role's secret: an AppRole's secret id, or a service account's token. */
    public void role(String mount, String name, String proof, String policy, Duration lease, Duration longest) {
        contents.grants.role("auth/" + mount, name, new Grants.Role(proof, policy, lease, longest));
    }

    /** A token that somebody made by hand. */
    public String token(String policy, Duration lease) {
        return contents.grants.grant(new Grants.Role("", policy, lease, Duration.ofDays(1)));
    }

    /** No token is good any more. */
    public void revokeAll() {
        contents.grants.revokeAll();
    }

    /** From now on. */
    public void has(Fault what) {
        fault = what;
    }

    /** The paths that were asked for, in order, whatever was answered. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/v1/".length());
            var body = exchange.getRequestBody().readAllBytes();
            asked.add(path);
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
        var posted = !exchange.getRequestMethod().equals("GET");
        var login = posted ? logins.login(path, body) : Optional.<Response>empty();
        return login.orElseGet(
                () -> answer(exchange.getRequestHeaders().getFirst("X-Vault-Token"), path, body, posted));
    }

    private Response answer(String token, String path, JsonNode body, boolean posted) {
        var granted = contents.grants.of(token == null ? "" : token);
        if (granted.isEmpty()) {
            return Response.forbidden();
        }
        var policy = contents.policies.get(granted.get().policy());
        if (policy == null || !policy.allows(posted ? "update" : "read", path)) {
            return Response.forbidden();
        }
        return path.startsWith("auth/token/")
                ? logins.ofItself(path, token, granted.get())
                : contents.transit.answer(path, body, posted);
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
