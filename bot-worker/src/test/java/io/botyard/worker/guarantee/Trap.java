package io.botyard.worker.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Ends or freezes this process when it comes to a step, the first time after it was armed. */
final class Trap {

    /** What a process that was ended here exits with. */
    static final int SPRUNG = 77;

    private final Step step;
    private final Path armed;
    private final boolean freezes;
    private final AtomicBoolean sprung = new AtomicBoolean();

    /**
     * Sets it.
     *
     * @param armed the trap waits until this file is there
     */
    Trap(Step step, Path armed, boolean freezes) {
        this.step = step;
        this.armed = armed;
        this.freezes = freezes;
    }

    void reached(Predicate<Step> here) {
        if (here.test(step) && Files.exists(armed) && sprung.compareAndSet(false, true)) {
            if (freezes) {
                freeze();
            } else {
                Runtime.getRuntime().halt(SPRUNG);
            }
        }
    }

    /** Goes on where it was when somebody continues it. */
    private static void freeze() {
        try {
            var pid = Long.toString(ProcessHandle.current().pid());
            var _ = new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
