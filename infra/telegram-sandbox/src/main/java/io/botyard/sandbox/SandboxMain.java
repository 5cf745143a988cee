package io.botyard.sandbox;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a sandbox alone, with its settings from the environment, until it is stopped. */
public final class SandboxMain {

    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private SandboxMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        TOMCAT.setLevel(Level.WARNING);
        try {
            TelegramSandbox sandbox = TelegramSandbox.start(SandboxSettings.of(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.println("The Telegram sandbox answers at " + sandbox.uri());
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
