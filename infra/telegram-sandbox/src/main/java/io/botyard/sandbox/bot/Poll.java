package io.botyard.sandbox.bot;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** How a request for updates ended. */
public sealed interface Poll {

    /** These came, or none within the time. */
    record Updates(List<JsonNode> updates) implements Poll {}

    /** Another request for updates took over. */
    record TakenOver() implements Poll {}

    /** There is a webhook already. */
    record WebhookActive() implements Poll {}

    /** A webhook was set meanwhile. */
    record WebhookSet() implements Poll {}
}
