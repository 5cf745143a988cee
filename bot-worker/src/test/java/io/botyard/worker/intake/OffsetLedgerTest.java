package io.botyard.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Only the finished prefix is committed, with the journal's ends from before the oldest open record. */
class OffsetLedgerTest {

    private final OffsetLedger ledger = new OffsetLedger();

    @Test
    void commitsNothingPastAGap() {
        ledger.begin(10, new JournalEnds(1, 1));
        ledger.begin(11, new JournalEnds(2, 2));
        ledger.begin(15, new JournalEnds(3, 3));
        ledger.finish(11);
        assertThat(ledger.committable()).isEmpty();
        ledger.finish(10);
        assertThat(ledger.committable()).contains(new OffsetLedger.Commit(12, new JournalEnds(3, 3)));
        assertThat(ledger.open()).isEqualTo(1);
    }

    @Test
    void carriesTheEndsFromBeforeTheOldestOpenRecordBegan() {
        ledger.begin(0, new JournalEnds(5, 5));
        ledger.begin(1, new JournalEnds(6, 6));
        ledger.begin(2, new JournalEnds(9, 9));
        ledger.finish(2);
        ledger.finish(0);
        assertThat(ledger.committable()).contains(new OffsetLedger.Commit(1, new JournalEnds(6, 6)));
    }

    @Test
    void handsOutACommitOnce() {
        ledger.begin(0, JournalEnds.START);
        ledger.finish(0);
        assertThat(ledger.committable()).isPresent();
        assertThat(ledger.committable()).isEmpty();
    }

    @Test
    void aRecordFinishedTwiceCountsOnce() {
        ledger.begin(0, JournalEnds.START);
        ledger.begin(1, JournalEnds.START);
        ledger.finish(0);
        ledger.finish(0);
        assertThat(ledger.open()).isEqualTo(1);
    }

    @Test
    void endsTravelAsMetadata() {
        var ends = new JournalEnds(123, 456);
        assertThat(JournalEnds.parse(ends.metadata())).contains(ends);
        assertThat(JournalEnds.parse("")).isEmpty();
        assertThat(JournalEnds.parse("i=1,o=x")).isEmpty();
    }
}
