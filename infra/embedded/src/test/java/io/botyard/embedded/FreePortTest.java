package io.botyard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MANY = 50;

    @Test
    void oneProcessIsNotGivenTheSamePortTwiceInARow() {
        assertThat(some()).hasSize(MANY);
    }

    @Test
    void twoProcessesAreNotGivenTheSamePort() throws IOException, InterruptedException {
        var ours = some();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var other = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), Other.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            var theirs = lines.lines().map(Integer::valueOf).toList();
            assertThat(theirs).hasSize(MANY).doesNotContainAnyElementsOf(ours);
        }
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void aPortThatIsTakenIsPassedOver() throws IOException {
        try (var taken = new ServerSocket(FreePort.orAny(LOOPBACK, 0), 1, InetAddress.getLoopbackAddress())) {
            assertThat(some()).doesNotContain(taken.getLocalPort());
            assertThat(some()).doesNotContain(taken.getLocalPort());
        }
    }

    private static Set<Integer> some() {
        var ports = new HashSet<Integer>();
        IntStream.range(0, MANY).forEach(_ -> ports.add(FreePort.orAny(LOOPBACK, 0)));
        return ports;
    }

    /** Another process, which asks at the same time. */
    static final class Other {

        private Other() {}

        static void main() {
            some().forEach(IO::println);
        }
    }
}
