package io.botyard.testkit;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topics;
import io.botyard.testkit.part.BrokerPart;
import io.botyard.testkit.part.KillableBroker;
import io.botyard.testkit.part.Parts;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A real broker. The shared one is started at its first use, and every test of this process sees its topics. */
public final class TestBroker {

    private final BrokerPart part;

    private TestBroker(BrokerPart part) {
        this.part = part;
    }

    public static TestBroker shared() {
        return Shared.BROKER;
    }

    /** One that nobody has used, for tests that need empty topics. */
    public static TestBroker fresh() {
        return new TestBroker(Parts.ofThisMachine().startBroker());
    }

    /** Like {@link #fresh}, for tests that {@link #kill} it. */
    public static TestBroker killable() {
        return new TestBroker(Parts.ofThisMachine().startKillableBroker());
    }

    public String bootstrapServers() {
        return part.bootstrapServers();
    }

    public KafkaConnection connection() {
        return new KafkaConnection(part.bootstrapServers(), Map.of());
    }

    /** Botyard's topics, with this many partitions for those keyed by user. */
    public TestBroker withTopics(int partitions) {
        try (var admin = Admin.create(connection().admin())) {
            new Topics(admin).ensure(partitions);
        }
        return this;
    }

    /** What tells a service about this broker. */
    public Map<String, Object> properties() {
        return Map.of("botyard.kafka.bootstrap-servers", part.bootstrapServers());
    }

    /** The broker goes away, until {@link #start}. */
    public void stop() {
        part.stop();
    }

    /** With -9, one that is {@link #killable}; until {@link #start}. */
    public void kill() {
        if (!(part instanceof KillableBroker killable)) {
            throw new IllegalStateException("this broker is a part of this process");
        }
        killable.kill();
    }

    public void start() {
        part.start();
    }

    private static final class Shared {
        private static final TestBroker BROKER = fresh();
    }
}
