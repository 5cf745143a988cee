package io.botyard.sandbox.bot;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.journal.Journal;
import io.botyard.sandbox.journal.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks and revocations on disk: one line for each change, the last one counts. */
final class BotBook implements AutoCloseable {

    private final Journal journal;

    private BotBook(Journal journal) {
        this.journal = journal;
    }

    static BotBook open(Path file) throws IOException {
        return new BotBook(Journal.open(file));
    }

    void readInto(LongFunction<Bot> bots) {
        try (Lines lines = journal.lines(0)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                JsonNode change = Json.read(line);
                Bot bot = bots.apply(change.path("bot_id").asLong());
                if (change.has("revoked")) {
                    bot.restore(Revocations.read(change.path("revoked")));
                } else {
                    JsonNode webhook = change.path("webhook");
                    bot.restore(webhook.isNull() ? null : Webhook.read(webhook), UpdateKinds.of(change.path("kinds")));
                }
            }
        }
    }

    void webhook(long botId, @Nullable Webhook webhook, UpdateKinds kinds) {
        ObjectNode line = Json.object().put("bot_id", botId);
        line.set("webhook", webhook == null ? line.nullNode() : webhook.write());
        line.set("kinds", kinds.write());
        write(line);
    }

    void revoked(long botId, Revocations revocations) {
        ObjectNode line = Json.object().put("bot_id", botId);
        line.set("revoked", revocations.write());
        write(line);
    }

    synchronized void clear() {
        journal.clear();
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }

    private synchronized void write(ObjectNode line) {
        journal.append(Json.bytes(line));
    }
}
