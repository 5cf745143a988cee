package io.botyard.bench.accept;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Load from {@code wrk}: 64 connections, each with its next request as soon as it has an answer, or after a pause. */
record Wrk(URI target, Path script, Path tokens, boolean keyed) {

    private static final int CONNECTIONS = 64;
    private static final Pattern SUMMARY =
            Pattern.compile("requests=(\\d+) micros=(\\d+) p99=(\\d+) mean=(\\d+) bad=(\\d+)");

    /** What came of it. */
    record Measured(long requests, double perSecond, double p99Millis, double meanMillis, long notAccepted) {}

    static void check() throws InterruptedException {
        try {
            var _ = new ProcessBuilder("wrk", "-v")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            throw new IllegalStateException("S6 needs wrk: on Debian, apt-get install wrk", missing);
        }
    }

    Measured run(Duration time) {
        return run(time, 0, 0);
    }

    /** At about this many requests a second. */
    Measured run(Duration time, double perSecond) {
        var period = CONNECTIONS / perSecond * 1000;
        var probe = run(Duration.ofSeconds(2), period, 0);
        return run(time, period, probe.meanMillis());
    }

    private Measured run(Duration time, double periodMillis, double answerMillis) {
        var pause = Math.max(0, Math.round(periodMillis - answerMillis));
        var command = List.of(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + time.toSeconds() + "s",
                "--latency",
                "-s",
                script.toString(),
                target.toString(),
                "--",
                tokens.toString(),
                Boolean.toString(keyed),
                Long.toString(pause));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var summary = SUMMARY.matcher(printed);
            if (process.waitFor() != 0 || !summary.find()) {
                throw new IllegalStateException("wrk failed: " + printed);
            }
            var requests = Long.parseLong(summary.group(1));
            return new Measured(
                    requests,
                    requests / (Long.parseLong(summary.group(2)) / 1e6),
                    Long.parseLong(summary.group(3)) / 1e3,
                    Long.parseLong(summary.group(4)) / 1e3,
                    Long.parseLong(summary.group(5)));
        } catch (IOException failure) {
            throw new IllegalStateException("wrk cannot be run", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while wrk ran", stop);
        }
    }
}
