package io.botyard.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a server, from its start to its end. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger("io.botyard.embedded.postgres.server");

    private static final String READY = "database system is ready to accept connections";
    private static final int PATIENCE_SECONDS = 60;
    private static final int LINES_KEPT = 20;

    private final List<String> program;
    private final CompletableFuture<Process> ready = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private ServerProcess(List<String> program) {
        this.program = program;
    }

    /** Returns when the server answers; a crash recovery may take its time. */
    static ServerProcess start(List<String> program) {
        var server = new ServerProcess(program);
        // The server is bound to the thread that starts it, so this one lives as long as the server.
        Thread.ofPlatform().daemon().name("postgresql").start(server::live);
        var _ = server.await(server.ready, "start");
        return server;
    }

    boolean isAlive() {
        return !ended.isDone();
    }

    long pid() {
        return await(ready, "start").pid();
    }

    void awaitEnd() {
        var _ = await(ended, "stop");
    }

    private void live() {
        try {
            var process = new ProcessBuilder(ServerCommand.boundToThisThread(program))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard(line, process);
                }
            }
            var code = process.waitFor();
            ready.completeExceptionally(new IllegalStateException("PostgreSQL ended: " + String.join("\n", lastLines)));
            ended.complete(code);
        } catch (IOException | InterruptedException failure) {
            ready.completeExceptionally(failure);
            ended.completeExceptionally(failure);
        }
    }

    private void heard(String line, Process process) {
        LOG.atInfo().log(line);
        lastLines.addLast(line);
        if (lastLines.size() > LINES_KEPT) {
            lastLines.removeFirst();
        }
        if (line.endsWith(READY)) {
            ready.complete(process);
        }
    }

    private <T> T await(CompletableFuture<T> moment, String what) {
        try {
            return moment.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("PostgreSQL did not " + what, failure.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("PostgreSQL did not " + what + " within " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while PostgreSQL was about to " + what, stop);
        }
    }
}
