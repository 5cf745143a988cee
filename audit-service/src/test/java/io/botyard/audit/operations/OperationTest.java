package io.botyard.audit.operations;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.succeeded;
import static io.botyard.audit.bed.Happenings.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final Instant SOONER = Instant.parse("2026-03-01T11:59:59.500Z");
    private final Acceptance accepted =
            new Acceptance(newCommand(), new UserId(41), "call_method", "sendMessage", SOONER);
    private final Ending done = Endings.of(succeeded(accepted.id(), 41, "{\"message_id\":1}"));
    private final Ending lost = Endings.of(unknown(accepted.id(), 41));

    @Test
    void itDoesNotMatterWhetherTheEndOrTheAcceptanceIsReadFirst() {
        assertThat(Operation.of(done).accepted(accepted))
                .isEqualTo(Operation.of(accepted).ended(done));
    }

    @Test
    void repeatsChangeNothing() {
        var operation = Operation.of(accepted).ended(done);
        assertThat(operation.ended(done).accepted(accepted)).isEqualTo(operation);
    }

    @Test
    void theFirstEndCounts() {
        assertThat(Operation.of(accepted).ended(done).ended(lost).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(Operation.of(accepted).ended(done).ended(lost).lateOutcome()).isNull();
    }

    @Test
    void anUnknownEndLearnsOnceWhatItWas() {
        var operation = Operation.of(accepted).ended(lost).ended(done);
        assertThat(operation.status()).isEqualTo(OperationStatus.UNKNOWN);
        assertThat(operation.lateOutcome()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(operation.result()).isNull();
        assertThat(operation.ended(lost)).isEqualTo(operation);
    }
}
