package io.botyard.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Threads that the system knows: virtual threads cost none. */
public final class Threads {

    private static final String LINE = "Threads:";

    private Threads() {}

    public static int of(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(LINE))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring(LINE.length()).strip()))
                    .findAny()
                    .orElse(0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
