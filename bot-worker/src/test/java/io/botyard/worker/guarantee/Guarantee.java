package io.botyard.worker.guarantee;

import java.util.List;

/** One sentence that holds for every history. */
interface Guarantee {

    List<Guarantee> ALL = List.of(
            new OneOutcome(),
            new TrueOutcome(),
            new NothingDoubled(),
            new OrderPerChat(),
            new OneAtATimePerChat(),
            new MaxConcurrent(),
            new RateKept(),
            new SuspensionHolds(),
            new RemovedIsGone(),
            new OneEventPerCommand());

    /** Each way in which it does not hold, with the ids by which it can be found; none when it holds. */
    List<String> broken(History history);
}
