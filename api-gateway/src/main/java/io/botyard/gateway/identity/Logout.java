package io.botyard.gateway.identity;

import io.botyard.contract.Role;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.UserLoggedOut;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.identity.session.SessionEnd;
import io.botyard.gateway.identity.session.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends sessions because their user says so; each that had not ended before is recorded. */
@Component
class Logout {

    private final Sessions sessions;
    private final Users users;
    private final Outbox outbox;
    private final AccessHeads heads;
    private final TransactionOperations transactions;

    Logout(Sessions sessions, Users users, Outbox outbox, AccessHeads heads, TransactionOperations transactions) {
        this.sessions = sessions;
        this.users = users;
        this.outbox = outbox;
        this.heads = heads;
        this.transactions = transactions;
    }

    /** By whoever showed a token of it: that is its user. */
    void byToken(Caller caller, SessionId session) {
        transactions.executeWithoutResult(transaction -> sessions.end(session, SessionEnd.LOGGED_OUT)
                .ifPresent(user -> told(caller.as(user, roleOf(user)), session)));
    }

    /** One of the caller's own, from another or the same one; false when there is none of this id. */
    boolean ofOwn(Caller caller, SessionId session) {
        return transactions.execute(transaction -> {
            var ended = sessions.endOwn(caller.user(), session, SessionEnd.LOGGED_OUT);
            if (ended) {
                told(caller, session);
            }
            return ended;
        });
    }

    private void told(Caller user, SessionId session) {
        outbox.record(new UserLoggedOut(heads.of(user, user.user()), session));
    }

    private Role roleOf(UserId user) {
        return users.byId(user).map(User::role).orElse(Role.NOBODY);
    }
}
