package io.botyard.testkit.part;

import io.botyard.embedded.FreePort;
import io.botyard.embedded.kafka.BrokerSettings;
import io.botyard.embedded.kafka.EmbeddedBroker;
import io.botyard.testkit.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An embedded broker in a process of its own. */
final class BrokerProcess implements KillableBroker {

    private static final String ADDRESS = "127.0.0.1";

    private final int port = FreePort.orAny(ADDRESS, 0);
    private final ServiceProcess process;

    private BrokerProcess(Path directory) {
        this.process = new ServiceProcess(
                Main.class,
                () -> List.of(directory.resolve("log").toString(), Integer.toString(port)),
                directory.resolve("broker.log"));
    }

    static BrokerProcess start(ScratchDirectory scratch) {
        var broker = new BrokerProcess(scratch.path());
        broker.start();
        scratch.removeAfter(broker.process::end);
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return ADDRESS + ":" + port;
    }

    @Override
    public void start() {
        process.start();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }

    /** Holds the broker until its process is told to end, or who started it is gone. */
    static final class Main {

        private Main() {}

        static void main(String[] arguments) throws IOException {
            var settings = new BrokerSettings(Path.of(arguments[0]), ADDRESS, Integer.parseInt(arguments[1]));
            try (var broker = EmbeddedBroker.start(settings)) {
                Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
                var _ = System.in.read();
            }
        }
    }
}
