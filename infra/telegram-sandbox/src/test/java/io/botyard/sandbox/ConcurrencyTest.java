package io.botyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.sandbox.ledger.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger promises while many call at once. */
class ConcurrencyTest {

    private static final int SENDERS = 16;
    private static final int EACH = 50;

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    @TempDir
    Path directory;

    @Test
    void everyCallIsThereOnceAndHasAMessageOfItsOwn() {
        Queue<Long> ids = new ConcurrentLinkedQueue<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 1; sender <= SENDERS; sender++) {
                long chat = sender;
                senders.execute(() -> {
                    for (int i = 0; i < EACH; i++) {
                        ids.add(sandbox.bot().say(chat, "message " + i));
                    }
                });
            }
        }

        List<Call> calls = sandbox.it().ledger().calls();
        assertThat(calls)
                .extracting(Call::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, SENDERS * EACH).boxed().toList());
        assertThat(calls).extracting(Call::messageId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(calls).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void callsOfOneChatStandInTheOrderInWhichTheyWereMade() {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 1; sender <= SENDERS; sender++) {
                long chat = sender;
                senders.execute(() -> {
                    for (int i = 0; i < EACH; i++) {
                        sandbox.bot().say(chat, Integer.toString(i));
                    }
                });
            }
        }

        List<Call> calls = sandbox.it().ledger().calls();
        for (int sender = 1; sender <= SENDERS; sender++) {
            String chat = Integer.toString(sender);
            assertThat(calls.stream().filter(call -> call.chatId().equals(chat)).map(call -> call.text("text")))
                    .containsExactlyElementsOf(
                            LongStream.range(0, EACH).mapToObj(Long::toString).toList());
        }
    }

    @Test
    void nothingThatWasAnsweredIsLostWhenItIsKilledInTheMidst() throws IOException, InterruptedException {
        Queue<Long> answered = new ConcurrentLinkedQueue<>();
        try (SandboxProcess process = SandboxProcess.start(directory);
                ExecutorService senders = Executors.newFixedThreadPool(4)) {
            CountDownLatch underWay = new CountDownLatch(400);
            for (int sender = 1; sender <= 4; sender++) {
                long chat = sender;
                senders.execute(() ->
                        sendUntilItDies(new BotCaller(process.uri(), RunningSandbox.TOKEN), chat, answered, underWay));
            }
            underWay.await();
            process.kill();
        }

        try (TelegramSandbox again = TelegramSandbox.start(SandboxSettings.in(directory.resolve("telegram-sandbox")))) {
            List<Call> calls = again.ledger().calls();
            assertThat(calls).hasSizeGreaterThanOrEqualTo(answered.size());
            assertThat(calls)
                    .extracting(Call::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, calls.size()).boxed().toList());
            List<Long> all = new ArrayList<>(answered);
            all.add(new BotCaller(again.uri(), RunningSandbox.TOKEN).say(1, "the next one"));
            assertThat(all).doesNotHaveDuplicates();
            assertThat(all.getLast())
                    .isEqualTo(all.stream().mapToLong(id -> id).max().orElseThrow());
        }
    }

    private static void sendUntilItDies(BotCaller bot, long chat, Queue<Long> answered, CountDownLatch underWay) {
        try {
            while (true) {
                answered.add(bot.say(chat, "on and on"));
                underWay.countDown();
            }
        } catch (UncheckedIOException killed) {
            // That is how it ends.
        }
    }
}
