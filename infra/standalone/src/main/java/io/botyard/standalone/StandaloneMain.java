package io.botyard.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Runs Botyard with its settings from the environment until it is told to stop. */
public final class StandaloneMain {

    /** Set by {@code mvn -Pup}: without Maven nobody would be left to stop this process. */
    private static final String ENDS_WITH_PARENT = "botyard.ends-with-parent";

    private StandaloneMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(StandaloneSettings.of(System.getenv()), System.out, Clock.systemUTC());
        } catch (Refused sentence) {
            System.err.println("Botyard does not start:\n" + sentence.getMessage());
            System.exit(2);
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(StandaloneMain.class)
                    .atError()
                    .setCause(failure)
                    .log("start failed");
            System.err.println("Botyard does not start: " + failure.getMessage() + "\nThe logs say more.");
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(StandaloneSettings settings, PrintStream console, Clock clock) {
        DataHome.make(settings.directory());
        logInto(settings.directory().resolve("logs"));
        console.println("Botyard starts on " + settings.directory() + " with "
                + settings.telegram().spoken() + " ...");
        var botyard = Standalone.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(botyard, console), "stop"));
        if (Boolean.getBoolean(ENDS_WITH_PARENT)) {
            endWithParent();
        }
        Announcement.of(botyard, secondsSinceLaunch(clock)).forEach(console::println);
        console.flush();
    }

    static void logInto(Path directory) {
        System.setProperty("logback.configurationFile", "botyard-standalone-logback.xml");
        System.setProperty("botyard.logs", directory.toString());
        System.setProperty("hazelcast.logging.type", "slf4j");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // Set up before the parts start, which they do all at once.
        LoggerFactory.getLogger(StandaloneMain.class).atInfo().log("starting");
    }

    private static void stop(Standalone botyard, PrintStream console) {
        console.println("\nBotyard finishes what it began ...");
        botyard.close();
        console.println("Botyard has stopped; " + botyard.directory() + " keeps everything.");
    }

    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            var _ = parent.onExit().thenRun(() -> System.exit(0));
        });
    }

    private static double secondsSinceLaunch(Clock clock) {
        var launched = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(launched, clock.instant()).toMillis() / 1000.0;
    }
}
