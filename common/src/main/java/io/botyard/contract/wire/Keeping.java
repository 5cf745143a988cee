package io.botyard.contract.wire;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Puts back what keeps a topic for ever, where somebody, or an earlier version, set it otherwise. */
final class Keeping {

    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private final Admin admin;

    Keeping(Admin admin) {
        this.admin = admin;
    }

    void keepForEver(Collection<Topic> topics) {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()))
                .toList();
        try {
            var wrong = admin.describeConfigs(resources).all().get().entrySet().stream()
                    .filter(topic -> !isForEver(topic.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, topic -> putBack(), (one, same) -> one));
            if (!wrong.isEmpty()) {
                var _ = admin.incrementalAlterConfigs(wrong).all().get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("could not see how long a topic is kept", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while looking how long topics are kept", stop);
        }
    }

    private static boolean isForEver(Config config) {
        var set = config.entries().stream().collect(Collectors.toMap(ConfigEntry::name, Function.identity()));
        return FOR_EVER.entrySet().stream().allMatch(wanted -> {
            var found = set.get(wanted.getKey());
            return found != null && wanted.getValue().equals(found.value());
        });
    }

    private static Collection<AlterConfigOp> putBack() {
        return FOR_EVER.entrySet().stream()
                .map(wanted -> new AlterConfigOp(new ConfigEntry(wanted.getKey(), wanted.getValue()), OpType.SET))
                .toList();
    }
}
