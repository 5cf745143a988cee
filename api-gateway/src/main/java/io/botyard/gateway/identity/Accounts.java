package io.botyard.gateway.identity;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.event.UserRegistered;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Making accounts and coming in. Each commits together with its record for the trail. */
@Component
class Accounts {

    private final Users users;
    private final Passwords passwords;
    private final Outbox outbox;
    private final AccessHeads heads;
    private final Pseudonyms pseudonyms;
    private final TransactionOperations transactions;

    Accounts(
            Users users,
            Passwords passwords,
            Outbox outbox,
            AccessHeads heads,
            Pseudonyms pseudonyms,
            TransactionOperations transactions) {
        this.users = users;
        this.passwords = passwords;
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

    /** The user with this e-mail and password; the same time is spent when there is none. */
    Optional<User> logIn(Caller caller, LoginBody attempt) {
        var account = users.byEmail(attempt.email());
        if (!passwords.matches(attempt.password(), account)) {
            var whom = account.map(known -> known.user().id()).orElse(UserId.PLATFORM);
            outbox.record(new LoginFailed(heads.of(caller, whom), pseudonyms.of(attempt.email())));
            return Optional.empty();
        }
        var user = account.map(Account::user);
        user.ifPresent(known -> outbox.record(new UserLoggedIn(heads.of(as(known, caller), known.id()))));
        return user;
    }

    Optional<User> of(UserId id) {
        return users.byId(id);
    }

    private static Caller as(User user, Caller caller) {
        var where = caller.actor();
        return new Caller(
                new Actor(user.id(), user.role(), Via.SESSION, where.ip(), where.userAgent()), caller.requestId());
    }
}
