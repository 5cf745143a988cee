package io.botyard.worker.call;

import io.botyard.contract.Json;
import io.botyard.contract.event.CallError;
import java.time.Duration;

/** What follows from an answer. */
sealed interface Next {

    /** Telegram did it; {@code repeated} when an earlier attempt had. */
    record Succeed(Json result, boolean repeated) implements Next {}

    /** Asking again would not help. */
    record Fail(CallError error) implements Next {}

    /** The token is no longer good: the bot is told so, too. */
    record RejectToken(CallError error) implements Next {}

    /** Nobody can tell whether Telegram acted. */
    record Unknown(String reason) implements Next {}

    /** Telegram cannot have acted, or acting twice does no harm. */
    record Retry(Duration pause) implements Next {}

    /**
     * The chat has become a supergroup, which is to be asked instead; Telegram did not act.
     *
     * @param error what it said, for a call that cannot be addressed anew
     */
    record Follow(long supergroup, CallError error) implements Next {}

    /** Telegram told this chat or this bot to wait. */
    record Gate(Duration pause) implements Next {}
}
