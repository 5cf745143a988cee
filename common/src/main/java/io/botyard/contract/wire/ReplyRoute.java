package io.botyard.contract.wire;

import io.botyard.contract.GatewayId;
import io.botyard.contract.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/** How a copy of an outcome finds the gateway where somebody waits: one partition, and its id in a header. */
public final class ReplyRoute {

    private static final String REPLY_TO = "reply_to";

    private ReplyRoute() {}

    /** The partition of {@code bot.replies} that this gateway reads; others may share it. */
    public static int partitionOf(GatewayId gateway, int partitions) {
        return Utils.toPositive(Utils.murmur2(gateway.value().getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    public static ProducerRecord<String, byte[]> encode(
            MessageCodec codec, Message message, GatewayId gateway, int partitions) {
        var plain = codec.encode(Topic.BOT_REPLIES, message);
        var routed = new ProducerRecord<>(
                plain.topic(), partitionOf(gateway, partitions), plain.key(), plain.value(), plain.headers());
        CloudEvents.add(routed.headers(), REPLY_TO, gateway.value());
        return routed;
    }

    public static Optional<GatewayId> addressee(Headers headers) {
        return CloudEvents.read(headers, REPLY_TO).map(GatewayId::new);
    }
}
