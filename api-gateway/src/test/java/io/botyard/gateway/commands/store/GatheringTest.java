package io.botyard.gateway.commands.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyQuestionGetsItsOwnAnswerHoweverManyAreAskedAtOnce() throws Exception {
        var squares = new Gathering<Integer, Integer>(this::squares);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 5000)
                    .<Callable<Integer>>mapToObj(number -> () -> squares.ask(number))
                    .toList();
            assertThat(threads.invokeAll(asking))
                    .extracting(Future::resultNow)
                    .containsExactlyElementsOf(IntStream.range(0, 5000)
                            .mapToObj(number -> number * number)
                            .toList());
        }
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(500));
    }

    @Test
    void whatIsAskedWhileTheFirstAreUnderWayGoesTogether() {
        var held = new CountDownLatch(1);
        var gathering = new Gathering<Integer, Integer>(batch -> {
            var answers = squares(batch);
            await().atMost(20, SECONDS).until(() -> held.getCount() == 0);
            return answers;
        });
        var first = IntStream.range(0, 3).mapToObj(number -> {
            var answer = gathering.askLater(number);
            await().atMost(20, SECONDS).until(() -> batches.size() == number + 1);
            return answer;
        });
        var started = first.toList();
        var later = IntStream.range(10, 20).mapToObj(gathering::askLater).toList();
        held.countDown();
        assertThat(started).allSatisfy(answer -> assertThat(answer.join()).isLessThan(9));
        assertThat(later).extracting(answer -> answer.join()).startsWith(100, 121);
        assertThat(batches).hasSize(4);
    }

    @Test
    void aBatchThatFailsFailsItsOwnQuestionsAndNoLaterOnes() {
        var gathering = new Gathering<Integer, Integer>(batch -> {
            if (batch.contains(13)) {
                throw new IllegalStateException("no thirteen");
            }
            return squares(batch);
        });
        for (var i = 0; i < 10; i++) {
            assertThatThrownBy(() -> gathering.ask(13)).hasMessage("no thirteen");
            assertThat(gathering.ask(3)).isEqualTo(9);
        }
    }

    private List<Integer> squares(List<Integer> numbers) {
        batches.add(numbers);
        return numbers.stream().map(number -> number * number).toList();
    }
}
