package io.botyard.testkit.part;

/** A Kafka broker that can go away and come back under the same address with everything it had. */
public interface BrokerPart {

    String bootstrapServers();

    void stop();

    void start();
}
