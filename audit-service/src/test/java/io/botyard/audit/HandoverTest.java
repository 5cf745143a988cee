package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Instances that come and go in good order do not stand in each other's way. */
@Tag("faults")
@ExtendWith(OutputCaptureExtension.class)
class HandoverTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Map<String, Object> SMALL_BATCHES = Map.of("botyard.audit.ingestion.max-batch", 20);
    private static final int TIMES = 4;
    private static final int USERS = 20;

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    @Test
    void whatIsBeingKeptEndsBeforeItsPartitionGoesToAnotherInstance(CapturedOutput output) {
        bed.start(SMALL_BATCHES);
        for (var time = 0; time < TIMES; time++) {
            bed.tell().send(Topic.BOT_EVENTS, events(10_000));
            var second = bed.start(SMALL_BATCHES);
            await().atMost(LONG).until(() -> kept(second) > 0);
            second.close();
        }
        await().atMost(LONG).until(bed::everythingIsRead);
        assertThat(bed.count("audit.entries")).isEqualTo(TIMES * 10_000);
        assertThat(output).doesNotContain("ingestion waits");
    }

    private static double kept(ConfigurableApplicationContext instance) {
        return instance.getBean(MeterRegistry.class).find("botyard.audit.ingested").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Message[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(newCommand(), 1 + i % USERS))
                .toArray(Message[]::new);
    }
}
