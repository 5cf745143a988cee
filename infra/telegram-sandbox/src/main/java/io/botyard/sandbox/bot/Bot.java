package io.botyard.sandbox.bot;

import io.botyard.sandbox.exchange.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bot as the sandbox knows it. Every id is a bot's as soon as somebody uses it. */
public final class Bot {

    private final long id;
    private final BotBook book;
    private final KnownTokens tokens = new KnownTokens();
    private final Updates updates;
    private volatile UpdateKinds kinds = UpdateKinds.usual();
    private volatile @Nullable Webhook webhook;
    private volatile @Nullable DeliveryError lastError;

    Bot(long id, BotBook book, long lastUpdateId) {
        this.id = id;
        this.book = book;
        this.updates = new Updates(lastUpdateId);
    }

    /** Why and when a webhook failed last. */
    public record DeliveryError(Instant at, String message) {}

    public long id() {
        return id;
    }

    public String username() {
        return "sandbox_" + id + "_bot";
    }

    public boolean accepts(Token token) {
        KnownTokens.Verdict verdict = tokens.judge(token);
        if (verdict == KnownTokens.Verdict.REVOKED_NOW) {
            book.revoked(id, tokens.revocations());
        }
        return verdict == KnownTokens.Verdict.GOOD;
    }

    void revoke() {
        tokens.revoke();
        book.revoked(id, tokens.revocations());
    }

    public Optional<Webhook> webhook() {
        return Optional.ofNullable(webhook);
    }

    /** Ends a poll that waits; from now on updates go to the webhook only. */
    public void setWebhook(Webhook to, UpdateKinds wanted) {
        kinds = wanted;
        webhook = to;
        lastError = null;
        book.webhook(id, to, wanted);
        updates.push(true);
    }

    public void deleteWebhook() {
        webhook = null;
        lastError = null;
        book.webhook(id, null, kinds);
        updates.push(false);
    }

    public UpdateKinds kinds() {
        return kinds;
    }

    /** From now on updates of other kinds are not kept for this bot; those that wait already stay. */
    public void ask(UpdateKinds wanted) {
        kinds = wanted;
    }

    public Poll poll(long offset, int limit, Duration timeout) throws InterruptedException {
        return updates.poll(offset, limit, timeout);
    }

    public Optional<JsonNode> nextUpdate() {
        return updates.first();
    }

    public void delivered(JsonNode update) {
        lastError = null;
        updates.remove(update);
    }

    public void gaveUp(JsonNode update) {
        updates.remove(update);
    }

    public void deliveryFailed(Instant at, String message) {
        lastError = new DeliveryError(at, message);
    }

    public Optional<DeliveryError> lastError() {
        return Optional.ofNullable(lastError);
    }

    public int pendingUpdates() {
        return updates.count();
    }

    public void dropUpdates() {
        updates.drop();
    }

    /** Returns when updates or webhook changed, or after this time. */
    public void awaitChange(Duration atMost) throws InterruptedException {
        updates.awaitChange(atMost);
    }

    Updates updates() {
        return updates;
    }

    void restore(Revocations revocations) {
        tokens.restore(revocations);
    }

    void restore(@Nullable Webhook kept, UpdateKinds wanted) {
        webhook = kept;
        kinds = wanted;
        updates.push(kept != null);
    }
}
