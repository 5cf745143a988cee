package io.botyard.sandbox;

import io.botyard.sandbox.pace.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a sandbox is started.
 *
 * @param bind the address it listens on
 * @param port 0 takes any that is free
 * @param directory where its ledger and its bots' state live; one sandbox at a time
 * @param longestHang after which it gives up a call that it was told never to answer
 */
public record SandboxSettings(String bind, int port, Path directory, Pace pace, Duration longestHang) {

    private static final int USUAL_PORT = 8090;

    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("BOTYARD_SANDBOX_PORT is 0 to 65535");
        }
    }

    /** For tests: any port on the loopback address, no pace. */
    public static SandboxSettings in(Path directory) {
        return new SandboxSettings("127.0.0.1", 0, directory, Pace.off(), Duration.ofMinutes(10));
    }

    /**
     * {@code BOTYARD_SANDBOX_PORT} (8090), {@code BOTYARD_BIND} (127.0.0.1), {@code BOTYARD_DATA_DIR} (.botyard, of
     * which the sandbox takes a sub-directory), {@code BOTYARD_SANDBOX_PACE} (on or off, off).
     */
    public static SandboxSettings of(Map<String, String> environment) {
        Path directory = Path.of(environment.getOrDefault("BOTYARD_DATA_DIR", ".botyard"), "telegram-sandbox");
        return in(directory)
                .bind(environment.getOrDefault("BOTYARD_BIND", "127.0.0.1"))
                .port(port(environment))
                .pace(Pace.telegram().enforced(paced(environment)));
    }

    public SandboxSettings bind(String address) {
        return new SandboxSettings(address, port, directory, pace, longestHang);
    }

    public SandboxSettings port(int number) {
        return new SandboxSettings(bind, number, directory, pace, longestHang);
    }

    public SandboxSettings pace(Pace other) {
        return new SandboxSettings(bind, port, directory, other, longestHang);
    }

    public SandboxSettings longestHang(Duration other) {
        return new SandboxSettings(bind, port, directory, pace, other);
    }

    private static int port(Map<String, String> environment) {
        String text = environment.getOrDefault("BOTYARD_SANDBOX_PORT", Integer.toString(USUAL_PORT));
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("BOTYARD_SANDBOX_PORT is not a number: " + text, e);
        }
    }

    private static boolean paced(Map<String, String> environment) {
        String text = environment.getOrDefault("BOTYARD_SANDBOX_PACE", "off");
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("BOTYARD_SANDBOX_PACE is on or off, not " + text);
        };
    }
}
