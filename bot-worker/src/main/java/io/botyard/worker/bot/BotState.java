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

    /** Telegram knew the token. */
    Active proven();

    /** Telegram does not know the token, now or any more. */
    Rejected tokenRejected(String why);

    /** Telegram could not be asked: nothing is known that was not known before. */
    BotState unreachable(String why);

    /** Registered, not verified yet. */
    record Pending(@Nullable String lastError) implements BotState {
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
        public Active proven() {
            return new Active(null);
        }

        @Override
        public Rejected tokenRejected(String why) {
            return new Rejected(why);
        }

        @Override
        public Pending unreachable(String why) {
            return new Pending(why);
        }
    }

    /** Verified: it may call. */
    record Active(@Nullable String lastError) implements BotState {
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
        public Active proven() {
            return new Active(null);
        }

        @Override
        public Rejected tokenRejected(String why) {
            return new Rejected(why);
        }

        @Override
        public Active unreachable(String why) {
            return new Active(why);
        }
    }

    /** Its token was revoked or never was good; a new token or a successful verification brings it back. */
    record Rejected(String lastError) implements BotState {
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
        public Active proven() {
            return new Active(null);
        }

        @Override
        public Rejected tokenRejected(String why) {
            return new Rejected(why);
        }

        @Override
        public Rejected unreachable(String why) {
            return new Rejected(why);
        }
    }
}
