package io.botyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void whoComesWhileTurnsAreLeftIsNotToldAndDoesNotWait() {
        var turns = new Turns(2);

        assertThat(turns.queue(() -> told.add("a")).isMine()).isTrue();
        assertThat(turns.queue(() -> told.add("b")).isMine()).isTrue();
        assertThat(turns.queue(() -> told.add("c")).isMine()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void theOthersAreServedInTheOrderInWhichTheyCame() {
        var turns = new Turns(1);
        turns.queue(() -> told.add("a"));
        var second = turns.queue(() -> told.add("b"));
        var third = turns.queue(() -> told.add("c"));

        turns.release();
        assertThat(told).containsExactly("b");
        assertThat(second.isMineOrLeft()).isTrue();
        assertThat(third.isMine()).isFalse();

        turns.release();
        assertThat(told).containsExactly("b", "c");
    }

    @Test
    void whoLeavesTheLineIsNotServedAndHoldsUpNobody() {
        var turns = new Turns(1);
        turns.queue(() -> told.add("a"));
        var impatient = turns.queue(() -> told.add("b"));
        var patient = turns.queue(() -> told.add("c"));

        assertThat(impatient.isMineOrLeft()).isFalse();
        turns.release();

        assertThat(told).containsExactly("c");
        assertThat(patient.isMine()).isTrue();
    }

    @Test
    void moreTurnsServeTheLineAtOnceAndFewerOnlyWhenEnoughAreOver() {
        var turns = new Turns(1);
        turns.queue(() -> told.add("a"));
        turns.queue(() -> told.add("b"));
        turns.queue(() -> told.add("c"));

        turns.resize(2);
        assertThat(told).containsExactly("b");

        turns.resize(1);
        turns.release();
        assertThat(told).containsExactly("b");
        turns.release();
        assertThat(told).containsExactly("b", "c");
    }
}
