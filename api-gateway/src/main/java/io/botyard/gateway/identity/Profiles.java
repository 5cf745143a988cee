package io.botyard.gateway.identity;

import io.botyard.contract.SessionId;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.PasswordChanged;
import io.botyard.contract.event.ProfileChanged;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.identity.session.SessionEnd;
import io.botyard.gateway.identity.session.Sessions;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What users change of their own account, each change with its record. */
@Component
class Profiles {

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final Outbox outbox;
    private final AccessHeads heads;
    private final Pseudonyms pseudonyms;
    private final TransactionOperations transactions;

    Profiles(
            Users users,
            Passwords passwords,
            Sessions sessions,
            LoginThrottle throttle,
            Outbox outbox,
            AccessHeads heads,
            Pseudonyms pseudonyms,
            TransactionOperations transactions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.outbox = outbox;
        this.heads = heads;
        this.pseudonyms = pseudonyms;
        this.transactions = transactions;
    }

    /** Nothing when the account is gone. */
    Optional<Registration> rename(Caller caller, ProfileBody wanted) {
        try {
            return transactions.execute(
                    transaction -> users.locked(caller.user()).map(account -> renamed(caller, account.user(), wanted)));
        } catch (DuplicateKeyException taken) {
            return Optional.of(whatIsTaken(caller, wanted));
        }
    }

    private Registration renamed(Caller caller, User before, ProfileBody wanted) {
        var email = Objects.requireNonNullElse(wanted.email(), before.email());
        var username = Objects.requireNonNullElse(wanted.username(), before.username());
        var changed = new TreeSet<String>();
        if (!email.equals(before.email())) {
            changed.add("email");
        }
        if (!username.equals(before.username())) {
            changed.add("username");
        }
        if (!changed.isEmpty()) {
            users.rename(before.id(), email, username);
            outbox.record(new ProfileChanged(heads.of(caller, before.id()), changed));
        }
        return new Registration.Registered(new User(before.id(), email, username, before.role(), before.status()));
    }

    private Registration whatIsTaken(Caller caller, ProfileBody wanted) {
        return Optional.ofNullable(wanted.email())
                        .flatMap(users::byEmail)
                        .filter(holder -> !holder.user().id().equals(caller.user()))
                        .isPresent()
                ? new Registration.EmailTaken()
                : new Registration.UsernameTaken();
    }

    /**
     * Ends all sessions but this one; false when the current password is another.
     *
     * @throws Rejection when it was guessed too often: a guess here counts like one at the door
     */
    boolean changePassword(Caller caller, SessionId session, PasswordBody wanted) {
        return users.accountOf(caller.user())
                .filter(account -> isTheirs(caller, account, wanted.currentPassword()))
                .map(account -> {
                    var hash = passwords.hash(wanted.newPassword());
                    return transactions.execute(transaction -> changed(caller, session, account, hash));
                })
                .orElse(false);
    }

    private boolean isTheirs(Caller caller, Account account, String guess) {
        var user = account.user();
        try (var attempt = throttle.attempt(caller, user.email())) {
            if (passwords.matches(guess, Optional.of(account))) {
                return true;
            }
            outbox.record(new LoginFailed(heads.of(caller, user.id()), pseudonyms.of(user.email())));
            var why = attempt.failed();
            if (why.code() == ProblemCode.TOO_MANY_REQUESTS) {
                throw why;
            }
            return false;
        }
    }

    /** Unless somebody changed it in the meantime. */
    private boolean changed(Caller caller, SessionId session, Account before, String hash) {
        var same = users.locked(caller.user())
                .filter(now -> now.passwordHash().equals(before.passwordHash()))
                .isPresent();
        if (same) {
            users.setPassword(caller.user(), hash);
            sessions.endOthersOf(caller.user(), session, SessionEnd.PASSWORD_CHANGED);
            outbox.record(new PasswordChanged(heads.of(caller, caller.user())));
        }
        return same;
    }
}
