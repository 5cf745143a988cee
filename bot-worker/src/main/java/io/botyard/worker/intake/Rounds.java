package io.botyard.worker.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Does something again and again until it is told to end. A round that fails is followed by the next a second later. */
final class Rounds implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Round round;
    private final CountDownLatch ended = new CountDownLatch(1);
    private String failing = "";

    private Rounds(String name, Round round) {
        this.name = name;
        this.round = round;
    }

    static BackgroundLifecycle of(String name, Round round, ApplicationEventPublisher application) {
        var rounds = new Rounds(name, round);
        return new BackgroundLifecycle(Thread.ofVirtual().name(name), rounds, rounds.ended::countDown, application);
    }

    @Override
    public void run() {
        try {
            for (var pause = Duration.ZERO; !ended.await(pause.toMillis(), TimeUnit.MILLISECONDS); ) {
                pause = go();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration go() {
        try {
            var pause = round.go();
            failing = "";
            return pause;
        } catch (RuntimeException failure) {
            // What is committed stays, what is away may be back then.
            say(failure.getClass().getSimpleName());
            return AFTER_FAILURE;
        }
    }

    /** Once for as long as it is the same. */
    private void say(String reason) {
        if (!reason.equals(failing)) {
            failing = reason;
            LOG.atWarn().addKeyValue("reason", reason).log(name + " failed, trying again");
        }
    }
}
