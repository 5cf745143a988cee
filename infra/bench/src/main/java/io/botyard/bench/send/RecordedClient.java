package io.botyard.bench.send;

import io.botyard.bench.world.OpenLimits;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.FreePort;
import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.hazelcast.HazelcastSettings;
import io.botyard.ratelimit.hazelcast.JoiningMember;
import java.math.BigDecimal;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The bare client that also does what no worker can leave out: a token, a record before and a record after, in topics
 * that no worker reads.
 */
final class RecordedClient implements Sender {

    private static final Rate RATE = Rate.perSecond(BigDecimal.valueOf(100));
    private static final byte[] INTENT = new byte[200];
    private static final byte[] OUTCOME = new byte[700];

    private final Sender client;
    private final KafkaProducer<String, byte[]> producer;
    private final RateBuckets buckets = OpenLimits.on(JoiningMember.start(
            new HazelcastSettings("bench-bare", "127.0.0.1", FreePort.orAny("127.0.0.1", 0), List.of())));

    RecordedClient(Sender client, KafkaConnection kafka) {
        this.client = client;
        this.producer = new KafkaProducer<>(kafka.producer());
    }

    @Override
    public void send(long bot, String chat, String text) throws Exception {
        buckets.reserve("bot:" + bot, RATE);
        keep(Topic.BOT_UPDATES, bot, INTENT);
        client.send(bot, chat, text);
        keep(Topic.AUDIT_ACCESS, bot, OUTCOME);
    }

    private void keep(Topic topic, long bot, byte[] value) throws Exception {
        var _ = producer.send(new ProducerRecord<>(topic.topicName(), Long.toString(bot), value))
                .get();
    }
}
