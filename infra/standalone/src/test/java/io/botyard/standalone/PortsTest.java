package io.botyard.standalone;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<Door> ALL = EnumSet.allOf(Door.class);

    @Test
    void aTakenPortIsNamedWithTheSettingThatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = StandaloneSettings.in(Path.of("unused")).port(Door.SANDBOX, taken.getLocalPort());
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> settings.ports().chosen(LOOPBACK).check(LOOPBACK, ALL))
                    .withMessageStartingWith("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be had")
                    .withMessageEndingWith("BOTYARD_SANDBOX_PORT moves the Telegram sandbox.");
        }
    }

    @Test
    void twoDoorsCannotShareAPort() {
        var ports = StandaloneSettings.in(Path.of("unused")).ports().chosen(LOOPBACK);
        var doubled = StandaloneSettings.in(Path.of("unused"))
                .port(Door.GATEWAY, ports.of(Door.GATEWAY))
                .port(Door.AUDIT, ports.of(Door.GATEWAY));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> doubled.ports().chosen(LOOPBACK).check(LOOPBACK, ALL))
                .withMessageContaining("BOTYARD_AUDIT_PORT");
    }

    @Test
    void whatWasTriedIsFreeAgain() {
        var ports = Ports.any().chosen(LOOPBACK);
        ports.check(LOOPBACK, ALL);
        assertThatNoException().isThrownBy(() -> ports.check(LOOPBACK, ALL));
    }
}
