package io.botyard.embedded.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** What a broker for one machine is told: quick to notice the dead, small in memory, no topic by accident. */
final class BrokerProperties {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String PLAIN = "PLAINTEXT";
    private static final String SECURED = "SECURED";

    private static final String MAX_RECORD_BYTES = Integer.toString(2 * 1024 * 1024);

    /** A killed worker's partitions, and this broker's own session after a kill, must not rest for long. */
    private static final Map<String, String> SESSIONS = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "group.consumer.min.session.timeout.ms", "6000",
            "group.consumer.session.timeout.ms", "6000",
            "group.consumer.min.heartbeat.interval.ms", "500",
            "group.consumer.heartbeat.interval.ms", "500",
            "group.min.session.timeout.ms", "1000",
            "group.initial.rebalance.delay.ms", "0");

    private static final Map<String, String> ONE_REPLICA = Map.of(
            "default.replication.factor", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "2",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "auto.create.topics.enable", "false");

    private static final Map<String, String> RECORDS = Map.of(
            "message.max.bytes",
            MAX_RECORD_BYTES,
            "replica.fetch.max.bytes",
            MAX_RECORD_BYTES,
            "log.segment.bytes",
            "134217728",
            "log.index.size.max.bytes",
            "1048576");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "num.replica.fetchers", "1",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "2",
            "group.coordinator.threads", "1",
            "share.coordinator.threads", "1",
            "log.cleaner.threads", "1",
            "log.cleaner.dedupe.buffer.size", "4194304",
            "metric.reporters", "");

    private BrokerProperties() {}

    /** What holds for any broker of one node, also where it is not embedded. */
    static Map<String, String> tuning() {
        var properties = new HashMap<String, String>();
        properties.putAll(SESSIONS);
        properties.putAll(ONE_REPLICA);
        properties.putAll(RECORDS);
        return properties;
    }

    static Map<String, String> of(BrokerSettings settings, int controllerPort) {
        var security = settings.security();
        var clients = security == null ? PLAIN : SECURED;
        var address = clients + "://" + settings.bind() + ":" + settings.port();
        var properties = tuning();
        properties.putAll(SMALL);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("listeners", address + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", address);
        properties.put("log.dirs", settings.directory().toString());
        if (security == null) {
            properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        } else {
            properties.putAll(
                    security.properties(clients, CONTROLLER, Uuid.randomUuid().toString()));
        }
        return properties;
    }
}
