package io.botyard.testkit.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory of one test run. */
record ScratchDirectory(Path path) {

    static ScratchDirectory make(String purpose) {
        try {
            return new ScratchDirectory(Files.createTempDirectory("botyard-test-" + purpose));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** When this process ends, the part is stopped and what it wrote is removed. */
    void removeAfter(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            remove();
        }));
    }

    private void remove() {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
