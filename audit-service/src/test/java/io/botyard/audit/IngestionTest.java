package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.contract.wire.Topic;
import org.junit.jupiter.api.Test;

class IngestionTest {
    @Test
    void anEventBecomesAnEntry() {
        try (var bed = AuditBed.fresh()) {
            bed.start();
            bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), 41));
            await().untilAsserted(() -> assertThat(bed.count("audit.entries")).isEqualTo(1));
        }
    }
}
