package io.botyard.gateway.bots;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.command.VerifyBot.TestMessage;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallOutcome;
import io.botyard.gateway.bots.VerifyAnswer.TestSent;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Errand;
import io.botyard.gateway.bots.dispatch.Order;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.store.BotView;
import io.botyard.gateway.operations.Awaited;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A verification; its test message is a call of its own, and both are waited for together. */
final class VerifyErrand implements Errand<VerifyErrand.Ended> {

    static final String TEST = "test_message";

    record Ended(BotEvent event, Optional<CallOutcome> test) {}

    private final UserId owner;
    private final Supplier<BotView> bot;
    private final Optional<TestMessage> test;
    private final WhichTelegram telegram;

    VerifyErrand(UserId owner, Supplier<BotView> bot, Optional<TestMessage> test, WhichTelegram telegram) {
        this.owner = owner;
        this.bot = bot;
        this.test = test;
        this.telegram = telegram;
    }

    @Override
    public UserId owner() {
        return owner;
    }

    @Override
    public Duration patience() {
        return ControlErrand.PATIENCE;
    }

    @Override
    public Order order(Origin origin) {
        return Order.free(new VerifyBot(origin, bot.get().id(), test.orElse(null)));
    }

    @Override
    public Listening<Ended> listen(Replies replies, CommandId command) {
        return new Both(
                replies.expect(command, BotEvent.class), replies.expect(command.derived(TEST), CallOutcome.class));
    }

    @Override
    public Reply told(Ended end, Instant acceptedAt) {
        return Reply.ok(
                switch (ControlErrand.done(end.event())) {
                    case BotVerified verified ->
                        VerifyAnswer.verified(verified.profile(), end.test().map(TestSent::of), telegram);
                    case BotVerificationFailed failed ->
                        VerifyAnswer.failed(failed.message(), failed.reason(), telegram);
                    case BotEvent other ->
                        throw new IllegalStateException("a verification does not end as " + other.kind());
                });
    }

    private final class Both implements Listening<Ended> {

        private final Awaited<BotEvent> verified;
        private final Awaited<CallOutcome> sent;

        private Both(Awaited<BotEvent> verified, Awaited<CallOutcome> sent) {
            this.verified = verified;
            this.sent = sent;
        }

        @Override
        public CompletableFuture<Ended> reply() {
            return verified.reply()
                    .thenCompose(event -> event instanceof BotVerified && test.isPresent()
                            ? sent.reply().thenApply(outcome -> new Ended(event, Optional.of(outcome)))
                            : CompletableFuture.completedFuture(new Ended(event, Optional.empty())));
        }

        @Override
        public void close() {
            verified.close();
            sent.close();
        }
    }
}
