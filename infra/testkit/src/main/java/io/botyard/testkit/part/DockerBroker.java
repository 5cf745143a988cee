package io.botyard.testkit.part;

import org.testcontainers.kafka.KafkaContainer;

record DockerBroker(KafkaContainer container) implements BrokerPart {

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }
}
