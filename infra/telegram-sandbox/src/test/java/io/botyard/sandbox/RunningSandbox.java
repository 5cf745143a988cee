package io.botyard.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh sandbox for every test. */
public final class RunningSandbox implements BeforeEachCallback, AfterEachCallback {

    public static final String TOKEN = "4711:AAH-this_is_the_secret_of_a_test_bot";
    public static final long BOT = 4711;

    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final UnaryOperator<SandboxSettings> settings;
    private @Nullable TelegramSandbox running;
    private @Nullable Path directory;

    public RunningSandbox() {
        this(same -> same);
    }

    public RunningSandbox(UnaryOperator<SandboxSettings> settings) {
        this.settings = settings;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        TOMCAT.setLevel(Level.WARNING);
        directory = Files.createTempDirectory("sandbox");
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        it().close();
        try (var files = Files.walk(directory())) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Stops it as one should and starts it again on the same directory. */
    public void restart() {
        it().close();
        start();
    }

    public TelegramSandbox it() {
        return Objects.requireNonNull(running);
    }

    public Path directory() {
        return Objects.requireNonNull(directory);
    }

    /** Somebody who calls with the usual token. */
    public BotCaller bot() {
        return bot(TOKEN);
    }

    public BotCaller bot(String token) {
        return new BotCaller(it().uri(), token);
    }

    public ControlCaller control() {
        return new ControlCaller(it().uri());
    }

    private void start() {
        running = TelegramSandbox.start(settings.apply(SandboxSettings.in(directory())));
    }
}
