package io.botyard.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.embedded.Traces;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedBrokerTest {

    @TempDir
    Path directory;

    @Test
    void keepsItsRecordsAndItsPortOverAStop() throws Exception {
        try (var broker = EmbeddedBroker.start(BrokerSettings.on(directory))) {
            var before = broker.bootstrapServers();
            Traces.makeTopic(before);
            Traces.send(before, "kept");

            broker.stop();
            assertThat(broker.isRunning()).isFalse();
            broker.start();

            assertThat(broker.bootstrapServers()).isEqualTo(before);
            assertThat(Traces.received(before)).containsExactly("kept");
        }
    }
}
