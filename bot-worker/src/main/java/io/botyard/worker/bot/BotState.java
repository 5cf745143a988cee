package io.botyard.worker.bot;

import io.botyard.contract.BotStatus;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a bot stands. What a state has no method for cannot happen to a bot in it. */
public sealed interface BotState {

    BotStatus status();

    /** Why Telegram last said no or could not be asked; none when all is well. */
    @Nullable
    String lastError();

    /** A bot that Telegram knows holds its {@code bot_id}: no other user's bot can. */
    boolean verified();

    /** Why a call is turned down now, or nothing when it may be made. */
    Optional<Refusal> refusesCalls();

    /** Telegram does not know the token, now or any more. */
    BotState tokenRejected(String why);

    /** There is another token, of which nothing is known yet. */
    BotState tokenReplaced();

    /** An admin stops it. */
    Suspended suspended(String reason);

    /** The states in which a bot may be verified. */
    sealed interface Free extends BotState {

        @Override
        default Rejected tokenRejected(String why) {
            return new Rejected(why);
        }

        @Override
        default Pending tokenReplaced() {
            return new Pending(null);
        }

        @Override
        default Suspended suspended(String reason) {
            return new Suspended(reason, verified(), lastError());
        }

        /** Telegram knew the token. */
        default Free proven() {
            return new Active(null);
        }

        /** Telegram could not be asked: nothing is known that was not known before. */
        Free unreachable(String why);
    }

    /** Registered, not verified yet. */
    record Pending(@Nullable String lastError) implements Free {

        @Override
        public BotStatus status() {
            return BotStatus.PENDING;
        }

        @Override
        public boolean verified() {
            return false;
        }

        @Override
        public Optional<Refusal> refusesCalls() {
            return Optional.of(new Refusal(RefusalCode.BOT_NOT_VERIFIED, "Verify the bot before calling through it."));
        }

        @Override
        public Pending unreachable(String why) {
            return new Pending(why);
        }
    }

    /** Verified: it may call. */
    record Active(@Nullable String lastError) implements Free {

        @Override
        public BotStatus status() {
            return BotStatus.ACTIVE;
        }

        @Override
        public boolean verified() {
            return true;
        }

        @Override
        public Optional<Refusal> refusesCalls() {
            return Optional.empty();
        }

        @Override
        public Active unreachable(String why) {
            return new Active(why);
        }

        /** Telegram gated the whole bot. */
        public RateLimited gated() {
            return new RateLimited(lastError);
        }
    }

    /** Verified, and told by Telegram to wait: its calls are taken and set aside. */
    record RateLimited(@Nullable String lastError) implements Free {

        @Override
        public BotStatus status() {
            return BotStatus.RATE_LIMITED;
        }

        @Override
        public boolean verified() {
            return true;
        }

        @Override
        public Optional<Refusal> refusesCalls() {
            return Optional.empty();
        }

        /** That opens no gate. */
        @Override
        public RateLimited proven() {
            return new RateLimited(null);
        }

        @Override
        public RateLimited unreachable(String why) {
            return new RateLimited(why);
        }

        /** Its gate has opened. */
        public Active opened() {
            return new Active(lastError);
        }
    }

    /** Its token was revoked or never was good; a new token or a successful verification brings it back. */
    record Rejected(String lastError) implements Free {

        @Override
        public BotStatus status() {
            return BotStatus.ERROR;
        }

        @Override
        public boolean verified() {
            return false;
        }

        @Override
        public Optional<Refusal> refusesCalls() {
            return Optional.of(new Refusal(
                    RefusalCode.TOKEN_REJECTED, "Telegram rejected the bot's token; bring a new one and verify it."));
        }

        @Override
        public Rejected unreachable(String why) {
            return new Rejected(why);
        }
    }

    /** Stopped by an admin, and by nobody else set free: it neither calls nor verifies, and keeps what was known of it. */
    record Suspended(
            String reason, boolean verified, @Nullable String lastError) implements BotState {

        @Override
        public BotStatus status() {
            return BotStatus.SUSPENDED;
        }

        @Override
        public Optional<Refusal> refusesCalls() {
            return Optional.of(refusal());
        }

        @Override
        public Suspended tokenRejected(String why) {
            return new Suspended(reason, false, why);
        }

        @Override
        public Suspended tokenReplaced() {
            return new Suspended(reason, false, null);
        }

        @Override
        public Suspended suspended(String newReason) {
            return new Suspended(newReason, verified, lastError);
        }

        /** No admin stops it any longer. */
        Free activated() {
            return verified ? new Active(lastError) : new Pending(lastError);
        }

        /** Why nothing is done with it. */
        public Refusal refusal() {
            return new Refusal(RefusalCode.BOT_SUSPENDED, "An admin suspended the bot; only an admin can activate it.");
        }
    }
}
