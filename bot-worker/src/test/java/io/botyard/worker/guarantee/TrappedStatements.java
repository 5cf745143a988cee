package io.botyard.worker.guarantee;

import io.botyard.worker.WatchedDatabase;
import io.botyard.worker.guarantee.Step.Moment;
import java.util.List;

/** A trap after each statement, and around each commit. */
record TrappedStatements(Trap trap) implements WatchedDatabase.Watcher {

    @Override
    public void after(String sql) {
        trap.reached(step -> step.isAtStatement(Moment.AFTER, sql));
    }

    @Override
    public void beforeCommit(List<String> statements) {
        committing(Moment.BEFORE_COMMIT, statements);
    }

    @Override
    public void afterCommit(List<String> statements) {
        committing(Moment.AFTER_COMMIT, statements);
    }

    private void committing(Moment moment, List<String> statements) {
        trap.reached(step -> statements.stream().anyMatch(sql -> step.isAtStatement(moment, sql)));
    }
}
