package io.botyard.bench;

import io.botyard.bench.accept.Accept;
import java.nio.file.Path;

/** Runs benchmarks by their ids, one after the other. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes the ids, such as {@code s6,s8}, the folder of this module, and the folder for the JSON files. */
    public static void main(String[] arguments) throws Exception {
        var module = Path.of(arguments[1]);
        var target = Path.of(arguments[2]);
        for (var id : arguments[0].split(",", -1)) {
            switch (id) {
                case "s6" -> Accept.run(module, target);
                case "s8" -> EndToEnd.run(target);
                default -> throw new IllegalArgumentException("there is no benchmark " + id + "; there are s6 and s8");
            }
        }
        // Parts that are shared with tests end with the process.
        System.exit(0);
    }
}
