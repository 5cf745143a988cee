package io.botyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interactive calls go first, and bulk calls go on. */
class TurnsTest {

    private final Turns turns = new Turns(1);
    private final List<String> came = new ArrayList<>();

    @Test
    void asManyAreUnderWayAsMay() {
        var first = queue(true, "a");
        var second = queue(true, "b");
        assertThat(came).containsExactly("a");
        first.close();
        assertThat(came).containsExactly("a", "b");
        second.close();
    }

    @Test
    void whoLeavesTheQueueTakesNobodysTurn() {
        var first = queue(true, "a");
        queue(true, "b").close();
        var third = queue(true, "c");
        first.close();
        assertThat(came).containsExactly("a", "c");
        assertThat(third.hasCome()).isTrue();
    }

    @Test
    void interactiveCallsGoFirstAndEveryFourthTurnIsABulkCalls() {
        var first = queue(true, "first");
        var waiting = new ArrayList<Turns.Turn>();
        for (var number = 0; number < 6; number++) {
            waiting.add(queue(false, "bulk"));
            waiting.add(queue(true, "interactive"));
        }
        came.clear();
        first.close();
        while (came.size() < 8) {
            waiting.stream().filter(Turns.Turn::hasCome).findFirst().ifPresent(turn -> {
                waiting.remove(turn);
                turn.close();
            });
        }
        assertThat(came.subList(0, 8))
                .containsExactly(
                        "interactive",
                        "interactive",
                        "bulk",
                        "interactive",
                        "interactive",
                        "interactive",
                        "bulk",
                        "interactive");
    }

    @Test
    void thoseUnderWayKeepTheirTurnWhenTheNumberChanges() {
        var first = queue(true, "a");
        turns.resize(3);
        var second = queue(true, "b");
        var third = queue(true, "c");
        turns.resize(1);
        queue(true, "d");
        first.close();
        second.close();
        assertThat(came).containsExactly("a", "b", "c");
        third.close();
        assertThat(came).containsExactly("a", "b", "c", "d");
    }

    private Turns.Turn queue(boolean interactive, String name) {
        return turns.queue(interactive, () -> came.add(name));
    }
}
