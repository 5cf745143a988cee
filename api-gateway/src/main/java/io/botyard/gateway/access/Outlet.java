package io.botyard.gateway.access;

import io.botyard.contract.Message;
import java.util.concurrent.CompletableFuture;

/** The way out of this gateway for what was kept. */
public interface Outlet {

    /** Done when Kafka has it; failed when that is not known, and then it must be sent again. */
    CompletableFuture<?> publish(Message message);
}
