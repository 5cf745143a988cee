package io.botyard.gateway.identity;

import io.botyard.contract.SessionId;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.PasswordChanged;
import io.botyard.contract.event.ProfileChanged;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
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
    private final Outbox outbox;
    private final AccessHeads heads;
    private final Pseudonyms pseudonyms;
    private final TransactionOperations transactions;

    Profiles(
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

    /** Ends all sessions but this one; false when the current password is another. */
    boolean changePassword(Caller caller, SessionId session, PasswordBody wanted) {
        var account = users.accountOf(caller.user());
        if (!passwords.matches(wanted.currentPassword(), account)) {
            account.ifPresent(known -> outbox.record(new LoginFailed(
                    heads.of(caller, known.user().id()),
                    pseudonyms.of(known.user().email()))));
            return false;
        }
        var hash = passwords.hash(wanted.newPassword());
        return account.map(known -> transactions.execute(transaction -> changed(caller, session, known, hash)))
                .orElse(false);
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
