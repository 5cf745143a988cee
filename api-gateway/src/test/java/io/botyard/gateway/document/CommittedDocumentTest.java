package io.botyard.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import org.junit.jupiter.api.Test;

/**
 * What the gateway says of itself is what stands in {@code docs/openapi.json}. To accept an additive change, run with
 * {@code -Dgolden.write=true} and read the difference; a change that breaks a client is not written unless
 * {@code -Dgolden.break=true} insists.
 */
@SharesWorld
class CommittedDocumentTest {

    @Test
    void isWhatTheRunningGatewaySaysAndBreaksNobody() {
        var running = World.shared().gateway.client().get("/v3/api-docs").json();
        if (!Boolean.getBoolean("golden.break")) {
            assertThat(ClientBreaks.between(CommittedDocument.read(), running)).isEmpty();
        }
        if (Boolean.getBoolean("golden.write")) {
            CommittedDocument.write(running);
        }
        assertThat(running).isEqualTo(CommittedDocument.read());
    }
}
