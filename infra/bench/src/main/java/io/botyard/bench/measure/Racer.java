package io.botyard.bench.measure;

import io.botyard.contract.wire.WireJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own that does what a line tells it to, and answers with a line that says what it cost. */
public final class Racer implements AutoCloseable {

    /** Everything else it prints is for its log. */
    static final String ANSWER = "=> ";

    private final Process process;
    private final Path log;
    private final BufferedWriter orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Racer(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    public static Racer start(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(Program.QUIET);
        var racer = new Racer(builder.start(), log);
        // Whoever is not read stops at its next line.
        Thread.ofVirtual().start(racer::listen);
        return racer;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public Cost run(String order) throws IOException, InterruptedException {
        tell(order);
        return WireJson.mapper().readValue(answer(), Cost.class);
    }

    /** Tells it without waiting for its answer. */
    public void tell(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
    }

    /** Waits for the answer to what it was told. */
    public String answer() throws InterruptedException {
        var answer = answers.take();
        if (answer.isEmpty()) {
            throw new IllegalStateException("it ended before it had answered; its log is " + log);
        }
        return answer;
    }

    private void listen() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ANSWER)) {
                    answers.add(line.substring(ANSWER.length()));
                } else {
                    Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
                }
            }
        } catch (IOException killed) {
            // It says nothing more.
        } finally {
            answers.add("");
        }
    }

    /** Kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It ends by itself when there are no more orders. */
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
