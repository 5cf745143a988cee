package io.botyard.bench.world;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Lap;
import io.botyard.bench.measure.Obedience;
import io.botyard.worker.WorkerApplication;

/** A worker as it is deployed, but with open limits, that says what a while of its life cost. */
public final class WorkerRacer {

    private Lap lap = new Lap();

    private WorkerRacer() {}

    /** Takes the worker's settings; an order is {@code begin}, or {@code end UNITS} of what began then. */
    public static void main(String[] arguments) {
        WorkerApplication.application().sources(OpenLimits.class).run(arguments);
        var racer = new WorkerRacer();
        Obedience.until(racer::obey);
    }

    private Cost obey(String[] words) {
        if (words[0].equals("end")) {
            return lap.end(Long.parseLong(words[1]));
        }
        lap = new Lap();
        lap.begin();
        return new Cost(0, 0, 0, 0, 0);
    }
}
