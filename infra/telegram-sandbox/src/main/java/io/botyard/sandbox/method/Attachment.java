package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What else than text a message can carry, built from the request. */
sealed interface Attachment permits FileAttachment, ValueAttachment {

    /** The message's fields, or empty when the request lacks what is needed. */
    Optional<ObjectNode> read(Parameters parameters);

    /** What Telegram says then. */
    String absence();

    static ObjectNode fields() {
        return Json.object();
    }
}
