package io.botyard.gateway.bots;

import io.botyard.contract.BotProfile;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.gateway.operations.Results;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a verification ended; a failed one is an answer, not a problem. */
public record VerifyAnswer(
        boolean success,
        boolean isVerified,
        String message,
        @Nullable VerificationFailure reason,
        @Nullable BotProfile botInfo,
        @Nullable TestSent testMessage) {

    /** What became of the test message. */
    public record TestSent(
            boolean sent,
            @Nullable Long messageId,
            @Nullable String error) {

        static TestSent of(CallOutcome outcome) {
            return switch (outcome) {
                case CallSucceeded done ->
                    new TestSent(
                            true,
                            Results.of(done).path("message_id").asLongOpt().stream()
                                    .boxed()
                                    .findAny()
                                    .orElse(null),
                            null);
                case CallFailed failed ->
                    not(Optional.ofNullable(failed.error().telegram())
                            .map(telegram -> telegram.description())
                            .orElse(failed.error().message()));
                case CallRefused refused -> not(refused.refusal().message());
                case CallExpired _ -> not("Its time ran out before Telegram was asked.");
                case CallUnknown unknown -> not(unknown.message());
            };
        }

        private static TestSent not(String error) {
            return new TestSent(false, null, error);
        }
    }

    static VerifyAnswer verified(BotProfile bot, Optional<TestSent> test, WhichTelegram telegram) {
        return new VerifyAnswer(
                true, true, "The bot is verified. " + telegram.description(), null, bot, test.orElse(null));
    }

    static VerifyAnswer failed(String why, VerificationFailure reason, WhichTelegram telegram) {
        return new VerifyAnswer(false, false, why + " " + telegram.description(), reason, null, null);
    }
}
