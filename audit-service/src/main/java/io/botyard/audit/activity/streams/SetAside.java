package io.botyard.audit.activity.streams;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that cannot be read is passed over, logged and counted. The trail's reader puts it into the dead-letter topic;
 * twice would tell nobody more. Kafka Streams makes this from its name.
 */
public final class SetAside implements DeserializationExceptionHandler {
    static final String METRICS = "botyard.activity.metrics";
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private @Nullable ActivityMetrics metrics;

    @Override
    public void configure(Map<String, ?> settings) {
        metrics = (ActivityMetrics) settings.get(METRICS);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        Objects.requireNonNull(metrics, "not configured").unreadable();
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", String.valueOf(failure.getMessage()))
                .log("outcome not counted");
        return Response.resume();
    }
}
