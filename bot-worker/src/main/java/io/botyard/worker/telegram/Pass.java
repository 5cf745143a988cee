package io.botyard.worker.telegram;

import io.botyard.contract.UserId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** Leave to ask Telegram once. It is given back unused unless it is told what came of it. */
public final class Pass implements AutoCloseable {

    /** Telegram's 5xx; what stands between answers by {@link Answer.Unclear}. */
    private static final int SERVER_ERROR = 500;

    private final Breakers breakers;
    private final UserId user;
    private final @Nullable CircuitBreaker own;
    private boolean told;

    Pass(Breakers breakers, UserId user, @Nullable CircuitBreaker own) {
        this.breakers = breakers;
        this.user = user;
        this.own = own;
    }

    /** What Telegram answered. */
    public Answer used(Answer answer) {
        told = true;
        if (speaksForItself(answer)) {
            breakers.answered(user, own);
        } else {
            breakers.failed(user, own);
        }
        return answer;
    }

    @Override
    public void close() {
        if (!told) {
            told = true;
            breakers.unused(own);
        }
    }

    /** A 4xx is an answer like any other: Telegram is there. */
    private static boolean speaksForItself(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> true;
            case Answer.Denied(var error, var _) -> error.errorCode() < SERVER_ERROR;
            case Answer.NotReached _, Answer.Unclear _ -> false;
        };
    }
}
