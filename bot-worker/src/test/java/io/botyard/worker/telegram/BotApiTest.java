package io.botyard.worker.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.botyard.contract.command.CallBody;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The way to Telegram is open before a bot needs it, and what comes back takes neither more time nor room than it may. */
@ExtendWith(OutputCaptureExtension.class)
class BotApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(300);
    private static final int BLOCK = 64 * 1024;
    private static final int FAR_TOO_MUCH = 16 * 1024 * 1024;

    private record Seen(String path, InetSocketAddress from) {}

    private final HttpServer telegram;
    private final BotApi api;

    BotApiTest() throws IOException {
        telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api = apiOn(telegram.getAddress().getPort());
    }

    private void answers(HttpHandler how) {
        telegram.createContext("/", how);
        telegram.start();
    }

    @AfterEach
    void stop() {
        telegram.stop(0);
    }

    @Test
    void theFirstCallGoesOverTheConnectionThatIsThere() {
        List<Seen> seen = new CopyOnWriteArrayList<>();
        answers(exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                seen.add(new Seen(exchange.getRequestURI().getPath(), exchange.getRemoteAddress()));
                exchange.sendResponseHeaders(404, -1);
            }
        });
        api.warmUp();
        await().atMost(PATIENCE).until(() -> !seen.isEmpty());
        var warm = seen.getFirst();
        assertThat(warm.path()).as("it names no bot").isEqualTo("/");
        // Its answer may still be on its way back; then a call goes over another one.
        await().atMost(PATIENCE).until(() -> {
            ask(PATIENCE).join();
            return seen.getLast().from().equals(warm.from());
        });
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
    void anAnswerThatBeginsAndDoesNotEndIsGivenUpInTime() {
        var over = new CountDownLatch(1);
        answers(exchange -> {
            exchange.sendResponseHeaders(200, BLOCK);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitFor(over);
        });
        assertThat(ask(SHORT_PATIENCE)).succeedsWithin(PATIENCE).isEqualTo(new Answer.Unclear("no answer in time"));
        over.countDown();
    }

    /** It would be right in the end, for whoever read that far. */
    @Test
    void anAnswerThatNobodyCanUseIsNotReadToItsEnd() {
        var whole = " ".repeat(FAR_TOO_MUCH) + "{\"ok\":true,\"result\":true}";
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(whole.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        assertThat(ask(PATIENCE)).succeedsWithin(PATIENCE).isEqualTo(new Answer.Unclear("IOException"));
    }

    /** Its own token, another bot's, and both as they stand in URLs. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%1$s:%2$s", "%1$s%%3A%2$s", "%1$s%%3a%2$s", "%1$s%%253A%2$s", "%2$s", "8:B%2$s", "8%%3AB%2$s"})
    void whateverTelegramSaysOfATokenIsNotRepeated(String spelling) {
        var token = Tokens.of(7).value();
        var secret = token.substring(2);
        var words = "https://telegram.example/bot" + spelling.formatted("7", secret) + "/getMe is odd";
        answers(exchange -> {
            var ok = exchange.getRequestURI().getPath().endsWith("getMe");
            var body = ok
                    ? "{\"ok\":true,\"result\":{\"a\":[\"" + words + "\"]}}"
                    : "{\"ok\":false,\"error_code\":400,\"description\":\"" + words + "\"}";
            try (exchange) {
                exchange.sendResponseHeaders(ok ? 200 : 400, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
            }
        });
        var call = CallBody.json("{}");
        for (var method : List.of("getMe", "sendMessage")) {
            var answer =
                    api.begin(Tokens.of(7), method, call, () -> true, PATIENCE).answer();
            assertThat(answer.toString())
                    .contains("https://telegram.example/bot", "[redacted]/getMe is odd")
                    .doesNotContain(secret);
        }
    }

    /** Such as the lease of a process that was frozen while it connected. */
    @Test
    void aBodyIsWithheldWhenWhatMustHoldDoesNotAnyMore() {
        List<String> seen = new CopyOnWriteArrayList<>();
        answers(exchange -> {
            try (exchange) {
                seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
                exchange.sendResponseHeaders(404, -1);
            }
        });
        var looks = new AtomicInteger();
        for (var over : List.of("a new connection", "one that was kept")) {
            var body = CallBody.json("{\"over\":\"" + over + "\"}");
            var withheld = api.begin(Tokens.of(7), "sendMessage", body, () -> looks.incrementAndGet() == 0, PATIENCE);
            assertThat(withheld.answer()).isEmpty();
            assertThat(ask(PATIENCE)).succeedsWithin(PATIENCE).isInstanceOf(Answer.Denied.class);
        }
        assertThat(looks).hasValue(2);
        assertThat(seen).containsOnly("{}");
    }

    @Test
    void whatMustHoldIsLookedAtOnceTheConnectionIsThere() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var before = crowd(door);
            var holds = new AtomicBoolean(true);
            var body = CallBody.json("{\"text\":\"too late\"}");
            var late = apiOn(door.getLocalPort()).begin(Tokens.of(7), "sendMessage", body, holds::get, PATIENCE);
            await().pollDelay(SHORT_PATIENCE).until(holds::get);
            holds.set(false);
            for (var waiting : before) {
                waiting.close();
                door.accept().close();
            }
            try (var ours = door.accept()) {
                assertThat(late.answer()).isEmpty();
                assertThat(new String(ours.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                        .doesNotContain("too late");
            }
        }
    }

    /** So many that nobody else is connected before they are let in. */
    private static List<Socket> crowd(ServerSocket door) throws IOException {
        var crowd = new ArrayList<Socket>();
        while (true) {
            var next = new Socket();
            try {
                next.connect(door.getLocalSocketAddress(), 200);
                crowd.add(next);
            } catch (SocketTimeoutException full) {
                next.close();
                return crowd;
            }
        }
    }

    private CompletableFuture<Answer> ask(Duration patience) {
        return CompletableFuture.supplyAsync(
                () -> api.begin(Tokens.of(7), "getMe", CallBody.json("{}"), () -> true, patience)
                        .answer()
                        .orElseThrow());
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
}
