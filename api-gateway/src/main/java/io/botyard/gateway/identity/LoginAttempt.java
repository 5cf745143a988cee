package io.botyard.gateway.identity;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Allowance;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.ratelimit.Token;
import java.util.function.Consumer;

/** A guess at a password. Unless it {@link #failed}, closing it makes it as if it had not been. */
final class LoginAttempt implements AutoCloseable {

    private final Allowance toAccount;
    private final Runnable undo;
    private final Consumer<UserId> remember;
    private boolean counts;

    LoginAttempt(Allowance toAccount, Runnable undo, Consumer<UserId> remember) {
        this.toAccount = toAccount;
        this.undo = undo;
        this.remember = remember;
    }

    /** The password was the right one: the address is let in for longer than others. */
    void succeeded(UserId user) {
        remember.accept(user);
    }

    /** What the client is told: nothing but that it was wrong, or that there were too many of them. */
    Rejection failed() {
        counts = true;
        return toAccount.token() instanceof Token.Due
                ? Rejection.tooFast(toAccount)
                : Rejection.of(ProblemCode.WRONG_CREDENTIALS);
    }

    @Override
    public void close() {
        if (!counts) {
            undo.run();
        }
    }
}
