package io.botyard.bench;

import io.botyard.bench.accept.Accept;
import io.botyard.bench.consume.Consume;
import io.botyard.bench.density.Density;
import io.botyard.bench.neighbours.Neighbours;
import io.botyard.bench.send.Send;
import io.botyard.bench.takeover.Takeover;
import io.botyard.bench.trail.Trail;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Runs benchmarks by their ids, one after the other. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes the ids, such as {@code s6,s8}, the folder of this module, and the folder for the JSON files. */
    public static void main(String[] arguments) {
        var code = 0;
        try {
            for (var id : arguments[0].split(",", -1)) {
                run(id, Path.of(arguments[1]), Path.of(arguments[2]));
            }
        } catch (Exception failure) {
            LoggerFactory.getLogger(Benchmarks.class)
                    .atError()
                    .setCause(failure)
                    .log("benchmark failed");
            code = 1;
        }
        // Parts that are shared with tests end with the process, and would keep it alive.
        System.exit(code);
    }

    private static void run(String id, Path module, Path target) throws Exception {
        switch (id) {
            case "s1" -> Send.run(module, target);
            case "s3" -> Consume.run(target);
            case "s4" -> Trail.run(module, target);
            case "s5" -> Density.run(target);
            case "s6" -> Accept.run(module, target);
            case "s7" -> Takeover.run(target);
            case "s8" -> EndToEnd.run(target);
            case "neighbours" -> Neighbours.run(target);
            default ->
                throw new IllegalArgumentException(
                        "there is no benchmark " + id + "; there are s1, s3, s4, s5, s6, s7, s8 and neighbours");
        }
    }
}
