package io.botyard.gateway.identity;

import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.RefreshTokenReused;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.identity.session.Opened;
import io.botyard.gateway.identity.session.Refresh;
import io.botyard.gateway.identity.session.RefreshToken;
import io.botyard.gateway.identity.session.RefreshTokens;
import io.botyard.gateway.identity.session.Rotation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Goes on with a session from its refresh token. A reused one ends the session and is recorded, in one transaction. */
@Component
class Renewals {

    private final RefreshTokens tokens;
    private final Rotation rotation;
    private final Users users;
    private final Outbox outbox;
    private final AccessHeads heads;
    private final TransactionOperations transactions;

    Renewals(
            RefreshTokens tokens,
            Rotation rotation,
            Users users,
            Outbox outbox,
            AccessHeads heads,
            TransactionOperations transactions) {
        this.tokens = tokens;
        this.rotation = rotation;
        this.users = users;
        this.outbox = outbox;
        this.heads = heads;
        this.transactions = transactions;
    }

    Login renew(Caller caller, String text) {
        return tokens.read(text)
                .map(token -> transactions.execute(transaction -> renew(caller, token)))
                .orElseGet(Login.Refused::new);
    }

    private Login renew(Caller caller, RefreshToken token) {
        return switch (rotation.refresh(token)) {
            case Refresh.Renewed(Opened opened) ->
                users.byId(opened.user()).map(user -> renewed(user, opened)).orElseGet(Login.Refused::new);
            case Refresh.Reused(UserId user, SessionId session) -> {
                outbox.record(new RefreshTokenReused(heads.of(caller, user), session));
                yield new Login.Refused();
            }
            case Refresh.Over() -> new Login.Refused();
        };
    }

    private static Login renewed(User user, Opened opened) {
        return user.status() == UserStatus.ACTIVE ? new Login.LoggedIn(user, opened) : new Login.Suspended();
    }
}
