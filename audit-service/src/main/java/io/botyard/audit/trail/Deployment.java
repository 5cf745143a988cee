package io.botyard.audit.trail;

import io.botyard.contract.wire.Topics;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a deployment to the partition count it was made with: another one would scatter its users. */
@Component
final class Deployment {
    private final JdbcClient sql;
    private final KafkaClients clients;
    private final Partitions partitions;

    Deployment(JdbcClient sql, KafkaClients clients, Partitions partitions) {
        this.sql = sql;
        this.clients = clients;
        this.partitions = partitions;
    }

    /**
     * Compares the setting with what was recorded at the first start.
     *
     * @throws DeploymentMismatch when they differ
     */
    void check() {
        recorded().filter(made -> made != partitions.count()).ifPresent(made -> {
            throw new DeploymentMismatch(made, partitions.count());
        });
    }

    /**
     * Makes the topics that are missing, and records the count once they are as agreed.
     *
     * @throws io.botyard.contract.wire.PartitionCountMismatch when the topics have another count
     * @throws DeploymentMismatch when another instance has just recorded another count
     */
    void begin() {
        try (var admin = clients.admin()) {
            var topics = new Topics(admin);
            topics.ensure(partitions.count());
            topics.keepForEver();
        }
        sql.sql("INSERT INTO audit.deployment (partitions) VALUES (?) ON CONFLICT DO NOTHING")
                .param(partitions.count())
                .update();
        check();
    }

    private Optional<Integer> recorded() {
        return sql.sql("SELECT partitions FROM audit.deployment")
                .query(Integer.class)
                .optional();
    }
}
