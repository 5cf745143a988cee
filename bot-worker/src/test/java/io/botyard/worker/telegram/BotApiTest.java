package io.botyard.worker.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.botyard.contract.command.CallBody;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The way to Telegram is open before a bot needs it, and nobody waits on it longer than they want to. */
@ExtendWith(OutputCaptureExtension.class)
class BotApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(300);

    private record Seen(String path, InetSocketAddress from) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    @Test
    void theFirstCallGoesOverTheConnectionThatIsThere() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try {
            var api = apiOn(server.getAddress().getPort());
            api.warmUp();
            await().atMost(PATIENCE).until(() -> !seen.isEmpty());
            var warm = seen.getFirst();
            assertThat(warm.path()).as("it names no bot").isEqualTo("/");
            // Its answer may still be on its way back; then a call goes over another one.
            await().atMost(PATIENCE).until(() -> {
                api.begin(Tokens.of(7), "getMe", CallBody.json("{}"), PATIENCE).answer();
                return seen.getLast().from().equals(warm.from());
            });
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aTelegramThatIsNotReachedIsSaidAtOnce(CapturedOutput output) throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        apiOn(closed).warmUp();
        await().atMost(PATIENCE).until(() -> output.getAll().contains("Telegram is not reached from here"));
    }

    @Test
    void anAnswerThatBeginsAndDoesNotEndIsGivenUpInTime() throws IOException {
        var over = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitFor(over);
        });
        server.start();
        try {
            var api = apiOn(server.getAddress().getPort());
            var exchange = api.begin(Tokens.of(7), "getMe", CallBody.json("{}"), SHORT_PATIENCE);
            var answer = CompletableFuture.supplyAsync(exchange::answer);
            assertThat(answer).succeedsWithin(PATIENCE).isEqualTo(new Answer.Unclear("no answer in time"));
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static BotApi apiOn(int port) {
        return new BotApi(new TelegramSettings(URI.create("http://127.0.0.1:" + port), PATIENCE));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            seen.add(new Seen(exchange.getRequestURI().getPath(), exchange.getRemoteAddress()));
            exchange.sendResponseHeaders(404, -1);
        }
    }
}
