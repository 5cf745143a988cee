package io.botyard.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.sandbox.Answered;
import io.botyard.sandbox.RunningSandbox;
import io.botyard.sandbox.fault.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PatienceTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox(settings -> settings.longestHang(Duration.ofMillis(400)));

    @Test
    void givesUpACallThatHangsTooLong() {
        sandbox.it().faults().add(Fault.hanging());

        CompletableFuture<Answered> hanging = sandbox.bot().later("getMe", Map.of());

        await().until(hanging::isCompletedExceptionally);
        assertThat(sandbox.it().ledger().calls().getFirst().answeredOk()).isFalse();
    }

    @Test
    void cutsADelayThatWouldLastLonger() {
        sandbox.it().faults().add(Fault.delay(Duration.ofDays(1)));

        assertThat(sandbox.bot().get("getMe").ok()).isTrue();
    }
}
