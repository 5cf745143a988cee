package io.botyard.gateway.operations;

import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.wire.WireJson;
import tools.jackson.databind.JsonNode;

/** What Telegram returned, readable. */
public final class Results {

    private Results() {}

    public static JsonNode of(CallSucceeded done) {
        return WireJson.mapper().readTree(done.result().text());
    }
}
