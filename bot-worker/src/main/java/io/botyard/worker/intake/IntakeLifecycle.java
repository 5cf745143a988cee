package io.botyard.worker.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the intake with the application, and ends it before anything it needs. */
final class IntakeLifecycle implements SmartLifecycle {

    private final Intake intake;
    private @Nullable Thread thread;

    IntakeLifecycle(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("intake").start(intake);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            intake.stop();
            try {
                running.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
