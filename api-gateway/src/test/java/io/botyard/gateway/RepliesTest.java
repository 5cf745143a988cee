package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.GatewayId;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.wire.ReplyRoute;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.Lines;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import io.botyard.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@SharesWorld
class RepliesTest {

    private static final byte[] POISON = "not a message".getBytes(StandardCharsets.UTF_8);

    private final World world = World.shared();

    @Test
    void aPoisonedReplyIsSetAsideCountedAndStopsNobody() {
        var gateway = world.gateway.context().getBean(GatewayId.class);
        var partition = ReplyRoute.partitionOf(gateway, RunningGateway.PARTITIONS);
        try (var writer = TopicWriter.to(world.broker.connection())) {
            var _ = writer.sendRaw(new ProducerRecord<>(Topic.BOT_REPLIES.topicName(), partition, "1", POISON));
        }
        world.worker.plays(command -> List.of(Lines.registered((RegisterBot) command)));
        var answer = world.tenant()
                .http()
                .post(
                        "/api/user-bot/create",
                        "{\"bot_token\":\"" + Tokens.of(4711).value() + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        await().atMost(20, SECONDS).untilAsserted(() -> {
            try (var buried = TopicReader.of(world.broker.connection(), Topic.BOT_REPLIES.deadLetterName())) {
                assertThat(buried.records())
                        .anySatisfy(record -> assertThat(record.value()).isEqualTo(POISON));
            }
        });
        assertThat(world.gateway.management().get("/actuator/prometheus").text())
                .contains("botyard_dead_letters_total{topic=\"bot.replies\"}");
    }
}
