package io.botyard.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How Botyard is started in one process.
 *
 * @param directory everything it keeps
 * @param bind the address of every HTTP door; Kafka and PostgreSQL stay on the loopback
 * @param sandboxPaced the sandbox enforces Telegram's pace
 * @param extra Spring properties for all three applications; they win
 */
public record StandaloneSettings(
        Path directory,
        String bind,
        Ports ports,
        WhichTelegram telegram,
        AdminWish admin,
        boolean sandboxPaced,
        Map<String, String> extra) {

    public StandaloneSettings {
        directory = directory.toAbsolutePath().normalize();
        extra = Map.copyOf(extra);
        try {
            var _ = InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new Refused("BOTYARD_BIND must be an address of this machine, such as 127.0.0.1 or 0.0.0.0: " + bind);
        }
    }

    /** For tests: the sandbox without pace, and any free ports. */
    public static StandaloneSettings in(Path directory) {
        return new StandaloneSettings(
                directory, Ports.LOOPBACK, Ports.any(), new WhichTelegram.Sandbox(), AdminWish.none(), false, Map.of());
    }

    /**
     * What the environment says: {@code BOTYARD_DATA_DIR}, {@code BOTYARD_BIND}, {@code BOTYARD_TELEGRAM_API_URL},
     * {@code BOTYARD_ADMIN_EMAIL}, {@code BOTYARD_ADMIN_PASSWORD}, {@code BOTYARD_SANDBOX_PACE} and a port for each
     * {@link Door}.
     *
     * @throws Refused when something in it cannot be meant
     */
    public static StandaloneSettings of(Map<String, String> environment) {
        return new StandaloneSettings(
                Path.of(environment.getOrDefault("BOTYARD_DATA_DIR", ".botyard")),
                environment.getOrDefault("BOTYARD_BIND", Ports.LOOPBACK).strip(),
                Ports.of(environment),
                WhichTelegram.of(Optional.ofNullable(environment.get("BOTYARD_TELEGRAM_API_URL"))),
                AdminWish.of(environment),
                paced(environment.getOrDefault("BOTYARD_SANDBOX_PACE", "off")),
                Map.of());
    }

    public StandaloneSettings telegram(WhichTelegram other) {
        return new StandaloneSettings(directory, bind, ports, other, admin, sandboxPaced, extra);
    }

    public StandaloneSettings port(Door door, int port) {
        var changed = new HashMap<>(ports.byDoor());
        changed.put(door, port);
        return new StandaloneSettings(directory, bind, new Ports(changed), telegram, admin, sandboxPaced, extra);
    }

    public StandaloneSettings paced() {
        return new StandaloneSettings(directory, bind, ports, telegram, admin, true, extra);
    }

    public StandaloneSettings extra(Map<String, String> properties) {
        return new StandaloneSettings(directory, bind, ports, telegram, admin, sandboxPaced, properties);
    }

    StandaloneSettings withPortsChosen() {
        return new StandaloneSettings(directory, bind, ports.chosen(bind), telegram, admin, sandboxPaced, extra);
    }

    /** What is going to listen. */
    Set<Door> doors() {
        return switch (telegram) {
            case WhichTelegram.Sandbox _ -> EnumSet.allOf(Door.class);
            case WhichTelegram.Server _ -> EnumSet.complementOf(EnumSet.of(Door.SANDBOX));
        };
    }

    private static boolean paced(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new Refused("BOTYARD_SANDBOX_PACE must be on or off: " + text);
        };
    }
}
