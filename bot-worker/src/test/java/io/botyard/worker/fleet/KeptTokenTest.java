package io.botyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotToken;
import io.botyard.secret.CipherUnavailable;
import io.botyard.testkit.Tokens;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However many calls need a token, the keys are asked for it once at a time. */
class KeptTokenTest {

    private static final int CALLS = 50;
    private static final BotToken TOKEN = Tokens.of(7);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void thoseThatNeedItTogetherAskOnceAndTheLaterOnesNotAtAll() throws InterruptedException {
        var kept = new KeptToken(() -> answer(TOKEN));
        assertThat(together(kept)).allMatch(call -> call.resultNow().equals(TOKEN));
        assertThat(kept.get()).isEqualTo(TOKEN);
        assertThat(asked).hasValue(1);
    }

    /** Each would wait for the whole time-out of those that do not answer, one after the other. */
    @Test
    void whenItCannotBeOpenedThoseWhoWaitedAreToldTogetherAndTheNextAsksAgain() throws InterruptedException {
        var kept = new KeptToken(() -> {
            if (asked.get() == 0) {
                answer(TOKEN);
                throw new KeysAway(new CipherUnavailable("away"));
            }
            return answer(TOKEN);
        });
        assertThat(together(kept)).allMatch(call -> call.exceptionNow() instanceof KeysAway);
        assertThat(asked).hasValue(1);
        assertThat(kept.get()).isEqualTo(TOKEN);
        assertThat(asked).hasValue(2);
    }

    @Test
    void onlyWhatTheKeysSayIsThrown() {
        var kept = new KeptToken(() -> {
            throw new KeysAway(new CipherUnavailable("away"));
        });
        assertThatThrownBy(kept::get).isInstanceOf(KeysAway.class);
    }

    /** Answers come when all of them wait. */
    private Stream<FutureTask<BotToken>> together(KeptToken kept) throws InterruptedException {
        var calls =
                Stream.generate(() -> new FutureTask<>(kept::get)).limit(CALLS).toList();
        var threads = calls.stream().map(Thread::startVirtualThread).toList();
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        answered.countDown();
        for (var thread : threads) {
            thread.join();
        }
        return calls.stream();
    }

    private BotToken answer(BotToken token) {
        asked.incrementAndGet();
        try {
            answered.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return token;
    }
}
