package io.botyard.standalone;

import io.botyard.embedded.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every door's port; {@code 0} is any. */
public record Ports(Map<Door, Integer> byDoor) {

    static final String LOOPBACK = "127.0.0.1";

    public Ports {
        byDoor = Map.copyOf(byDoor);
    }

    static Ports of(Map<String, String> environment) {
        var ports = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            ports.put(door, port(door, environment.getOrDefault(door.setting(), "")));
        }
        return new Ports(ports);
    }

    /** For tests: whatever is free. */
    static Ports any() {
        var ports = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            ports.put(door, 0);
        }
        return new Ports(ports);
    }

    int of(Door door) {
        return byDoor.getOrDefault(door, 0);
    }

    /** The same with a free port wherever any will do. */
    Ports chosen(String bind) {
        var ports = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            ports.put(door, FreePort.orAny(address(door, bind), of(door)));
        }
        return new Ports(ports);
    }

    /**
     * Holds them all for a moment, so that two doors with one port are found as well.
     *
     * @throws Refused naming every port that cannot be had, and the setting that moves it
     */
    void check(String bind, Set<Door> doors) {
        var held = new ArrayList<ServerSocket>();
        var taken = new ArrayList<String>();
        try {
            for (var door : doors) {
                hold(door, address(door, bind), held, taken);
            }
        } finally {
            held.forEach(Ports::release);
        }
        if (!taken.isEmpty()) {
            throw new Refused(String.join("\n", taken));
        }
    }

    private void hold(Door door, String address, List<ServerSocket> held, List<String> taken) {
        try {
            held.add(new ServerSocket(of(door), 1, InetAddress.getByName(address)));
        } catch (IOException reason) {
            taken.add("Port " + of(door) + " on " + address + " cannot be had (" + reason.getMessage() + "); "
                    + door.setting() + " moves " + door.spoken() + ".");
        }
    }

    private static String address(Door door, String bind) {
        return door.onLoopbackOnly() ? LOOPBACK : bind;
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException stillHeld) {
            throw new IllegalStateException("a port that was tried stays taken", stillHeld);
        }
    }

    private static int port(Door door, String text) {
        if (text.isBlank()) {
            return door.usual();
        }
        var port = text.strip().matches("[0-9]{1,5}") ? Integer.parseInt(text.strip()) : -1;
        if (port < 0 || port > 65_535) {
            throw new Refused(door.setting() + " must be a port, 0 to 65535 (0 takes any that is free): " + text);
        }
        return port;
    }
}
