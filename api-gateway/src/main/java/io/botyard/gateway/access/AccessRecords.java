package io.botyard.gateway.access;

import io.botyard.contract.event.AccessEvent;
import java.util.concurrent.CompletableFuture;

/** The way of access records into the trail. */
public interface AccessRecords {

    /** Done when Kafka has it; failed when that is not known, and then it must be sent again. */
    CompletableFuture<?> publish(AccessEvent event);
}
