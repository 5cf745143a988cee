package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassicProtocolTest {
    @Test
    void rule6OneTrailAlsoOnClustersWithoutTheNewGroupProtocol() {
        try (var bed = AuditBed.fresh()) {
            var classic = Map.<String, Object>of("botyard.audit.ingestion.group-protocol", "classic");
            bed.start(classic);
            bed.tell().send(Topic.BOT_EVENTS, events());
            var second = bed.start(classic);
            bed.tell().send(Topic.BOT_EVENTS, events());
            await().atMost(Duration.ofSeconds(60)).until(bed::everythingIsRead);
            second.close();
            bed.tell().send(Topic.BOT_EVENTS, events());
            await().atMost(Duration.ofSeconds(60)).until(bed::everythingIsRead);
            assertThat(bed.count("audit.entries")).isEqualTo(600);
        }
    }

    private static Message[] events() {
        return IntStream.range(0, 200)
                .mapToObj(i -> registered(newCommand(), 1 + i % 20))
                .toArray(Message[]::new);
    }
}
