package io.botyard.acceptance;

import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What arrived at Telegram's stand-in. */
record Ledger(URI sandbox) {

    /** Of a bot's messages, in order. */
    List<JsonNode> messagesOf(long bot) {
        return calls("&method=sendMessage&bot_id=" + bot);
    }

    /** Of whatever a bot called, in order. */
    List<JsonNode> callsOf(long bot) {
        return calls("&bot_id=" + bot);
    }

    private List<JsonNode> calls(String filter) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(sandbox.resolve("/sandbox/calls?limit=1000" + filter))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString()).body();
            return WireJson.mapper()
                    .readTree(answer)
                    .path("calls")
                    .valueStream()
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
