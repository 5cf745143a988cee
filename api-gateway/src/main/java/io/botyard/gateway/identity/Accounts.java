package io.botyard.gateway.identity;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.event.UserRegistered;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.identity.session.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Making accounts and coming in. Each commits together with its record for the trail. */
@Component
class Accounts {

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Outbox outbox;
    private final AccessHeads heads;
    private final Pseudonyms pseudonyms;
    private final TransactionOperations transactions;

    Accounts(
            Users users,
            Passwords passwords,
            Sessions sessions,
            Outbox outbox,
            AccessHeads heads,
            Pseudonyms pseudonyms,
            TransactionOperations transactions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.outbox = outbox;
        this.heads = heads;
        this.pseudonyms = pseudonyms;
        this.transactions = transactions;
    }

    Registration register(Caller caller, RegisterBody wanted) {
        var hash = passwords.hash(wanted.password());
        var user = new NewUser(wanted.email(), wanted.username(), hash, Role.USER);
        return transactions.execute(transaction -> {
            var registration = users.add(user);
            if (registration instanceof Registration.Registered(User made)) {
                outbox.record(new UserRegistered(heads.of(caller, made.id()), made.role()));
            }
            return registration;
        });
    }

    /** Begins a session; the same time is spent when there is no such account. */
    Login logIn(Caller caller, LoginBody attempt) {
        var account = users.byEmail(attempt.email());
        if (!passwords.matches(attempt.password(), account)) {
            var whom = account.map(known -> known.user().id()).orElse(UserId.PLATFORM);
            outbox.record(new LoginFailed(heads.of(caller, whom), pseudonyms.of(attempt.email())));
            return new Login.Refused();
        }
        return account.map(known -> transactions.execute(transaction -> begin(caller, known, attempt)))
                .orElseGet(Login.Refused::new);
    }

    /** The account is read once more, because the password's check took its time. */
    private Login begin(Caller caller, Account account, LoginBody attempt) {
        var user = users.stillWith(account);
        if (user.isEmpty() || user.get().status() != UserStatus.ACTIVE) {
            outbox.record(new LoginFailed(heads.of(caller, account.user().id()), pseudonyms.of(attempt.email())));
            return user.isEmpty() ? new Login.Refused() : new Login.Suspended();
        }
        var in = caller.as(user.get().id(), user.get().role());
        outbox.record(new UserLoggedIn(heads.of(in, in.user())));
        return new Login.LoggedIn(user.get(), sessions.open(in.actor(), attempt.remember()));
    }

    Optional<User> of(UserId id) {
        return users.byId(id);
    }
}
