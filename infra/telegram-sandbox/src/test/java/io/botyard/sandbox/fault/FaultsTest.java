package io.botyard.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    @Test
    void tellsToWaitInTheBodyAndInTheHeader() {
        faults().add(Fault.tooManyRequests(17));

        Answered answered = send("5");

        assertThat(answered.status()).isEqualTo(429);
        assertThat(answered.header("Retry-After")).isEqualTo("17");
        assertThat(answered.text())
                .isEqualTo("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\","
                        + "\"parameters\":{\"retry_after\":17}}");
        assertThat(send("5").ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "403, 5, Forbidden: bot was blocked by the user",
        "403, -5, Forbidden: bot was kicked from the group chat",
        "403, -1005, Forbidden: bot was kicked from the supergroup chat",
        "400, 5, Bad Request: chat not found",
        "401, 5, Unauthorized",
        "500, 5, Internal Server Error: restart"
    })
    void saysItInTelegramsWords(int code, String chat, String words) {
        faults().add(Fault.error(code));

        Answered answered = send(chat);

        assertThat(answered.status()).isEqualTo(code);
        assertThat(answered.json().path("error_code").asInt()).isEqualTo(code);
        assertThat(answered.description()).isEqualTo(words);
    }

    @Test
    void saysOtherWordsWhenAsked() {
        faults().add(Fault.error(403).saying("Forbidden: user is deactivated"));

        assertThat(send("5").description()).isEqualTo("Forbidden: user is deactivated");
    }

    @Test
    void movesAGroupAway() {
        faults().add(Fault.migratedTo(-100777));

        Answered answered = send("-777");

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.description()).isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(answered.json().path("parameters").path("migrate_to_chat_id").asLong())
                .isEqualTo(-100777);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void answersWithAProxysPageWhenTelegramIsAway(int code) {
        faults().add(Fault.error(code));

        Answered answered = send("5");

        assertThat(answered.status()).isEqualTo(code);
        assertThat(answered.header("Content-Type")).startsWith("text/html");
        assertThat(answered.text()).contains("<h1>" + code);
    }

    @Test
    void meetsOnlyWhatItIsMeantFor() {
        faults().add(Fault.error(500).forBot(1).times(5));
        faults().add(Fault.error(501).forMethod("getme").times(5));
        faults().add(Fault.error(403).forChat(9));

        assertThat(send("5").ok()).isTrue();
        assertThat(sandbox.bot().get("getMe").status()).isEqualTo(501);
        assertThat(send("9").status()).isEqualTo(403);
        assertThat(send("9").ok()).isTrue();
        assertThat(sandbox.bot("1:a").get("getMe").status()).isEqualTo(500);
    }

    @Test
    void isUsedUpInOrder() {
        faults().add(Fault.error(403).times(2));
        faults().add(Fault.error(500));

        assertThat(send("5").status()).isEqualTo(403);
        assertThat(faults().waiting()).extracting(Fault::times).containsExactly(1, 1);
        assertThat(send("5").status()).isEqualTo(403);
        assertThat(send("5").status()).isEqualTo(500);
        assertThat(send("5").status()).isEqualTo(200);
        assertThat(faults().waiting()).isEmpty();
    }

    @Test
    void doesNotActWhenItRefuses() {
        long id = sandbox.bot().say(5, "stays");
        Map<String, String> message = Map.of("chat_id", "5", "message_id", "" + id);
        faults().add(Fault.error(500));

        assertThat(sandbox.bot().form("deleteMessage", message).status()).isEqualTo(500);
        assertThat(sandbox.bot().form("deleteMessage", message).ok()).isTrue();
    }

    @Test
    void actsAndThenDropsTheConnection() {
        long id = sandbox.bot().say(5, "goes");
        faults().add(Fault.droppedAfterReceipt().forMethod("deleteMessage"));
        CompletableFuture<Answered> dropped =
                sandbox.bot().later("deleteMessage", Map.of("chat_id", "5", "message_id", "" + id));

        assertThatThrownBy(dropped::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(sandbox.bot()
                        .form("deleteMessage", Map.of("chat_id", "5", "message_id", "" + id))
                        .description())
                .isEqualTo("Bad Request: message to delete not found");
        assertThat(sandbox.it().ledger().calls().get(1).answeredOk()).isFalse();
    }

    @Test
    void neverAnswersUntilItIsReset() {
        faults().add(Fault.hanging());
        CompletableFuture<Answered> hanging = sandbox.bot().later("getMe", Map.of());
        await().until(() -> faults().waiting().isEmpty());

        assertThat(sandbox.bot().get("getMe").ok()).isTrue();
        assertThat(hanging).isNotDone();
        await().pollDelay(Duration.ofMillis(100)).until(() -> !hanging.isDone());
        sandbox.it().reset();

        await().until(hanging::isCompletedExceptionally);
    }

    @Test
    void delaysAndThenActs() {
        faults().add(Fault.delay(Duration.ofMillis(300)));
        long before = System.nanoTime();

        assertThat(send("5").ok()).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void losesAConnectionThatNobodyAnswers() {
        faults().add(Fault.droppedAfterReceipt());

        assertThatThrownBy(() -> send("5")).isInstanceOf(UncheckedIOException.class);
    }

    private Faults faults() {
        return sandbox.it().faults();
    }

    private Answered send(String chat) {
        return sandbox.bot().form("sendMessage", Map.of("chat_id", chat, "text", "a"));
    }
}
