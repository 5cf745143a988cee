package io.botyard.gateway.identity.admin;

import io.botyard.contract.UserId;
import io.botyard.contract.event.PasswordReset;
import io.botyard.contract.event.PasswordResetIssued;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.identity.KnownAddresses;
import io.botyard.gateway.identity.Passwords;
import io.botyard.gateway.identity.session.SessionEnd;
import io.botyard.gateway.identity.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives out one-time tokens for a new password and takes them back, each together with its record for the trail. */
@Component
class ResetDesk {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final PasswordResets resets;
    private final ResetTokens tokens;
    private final UserRows rows;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KnownAddresses addresses;
    private final AccessLog log;
    private final AccessHeads heads;
    private final TransactionOperations transactions;
    private final Clock clock;

    ResetDesk(
            PasswordResets resets,
            ResetTokens tokens,
            UserRows rows,
            Passwords passwords,
            Sessions sessions,
            KnownAddresses addresses,
            AccessLog log,
            AccessHeads heads,
            TransactionOperations transactions,
            Clock clock) {
        this.resets = resets;
        this.tokens = tokens;
        this.rows = rows;
        this.passwords = passwords;
        this.sessions = sessions;
        this.addresses = addresses;
        this.log = log;
        this.heads = heads;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The token, which is nowhere after this; nothing when there is no such user. */
    Optional<ResetAnswer> issue(Caller caller, UserId id) {
        return transactions.execute(transaction -> rows.locked(id).map(user -> {
            var token = tokens.fresh();
            var expiresAt = clock.instant().plus(GOOD_FOR);
            resets.put(id, tokens.hash(token), expiresAt);
            log.record(new PasswordResetIssued(heads.of(caller, id)));
            return new ResetAnswer(token, expiresAt);
        }));
    }

    /** Ends all sessions of the token's user, and forgets from where they came; false when the token is not good. */
    boolean use(Caller caller, ResetBody wanted) {
        var hash = tokens.hash(wanted.token());
        // Looked at first, because a password's hash costs too much to be had for nothing.
        var user = resets.find(hash, clock.instant());
        if (user.isEmpty()) {
            return false;
        }
        var password = passwords.hash(wanted.newPassword());
        return transactions.execute(transaction -> rows.locked(user.get())
                .filter(found -> resets.take(hash, clock.instant()))
                .map(found -> choose(caller, found, password))
                .orElse(false));
    }

    private boolean choose(Caller caller, StoredUser user, String password) {
        rows.setPassword(user.id(), password);
        sessions.endAllOf(user.id(), SessionEnd.PASSWORD_RESET);
        addresses.forgetAllOf(user.id());
        log.record(new PasswordReset(heads.of(caller.as(user.id(), user.role()), user.id())));
        return true;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        resets.forgetExpiredBefore(clock.instant());
    }
}
