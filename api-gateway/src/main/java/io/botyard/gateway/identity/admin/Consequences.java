package io.botyard.gateway.identity.admin;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.event.RoleChanged;
import io.botyard.contract.event.UserActivated;
import io.botyard.contract.event.UserDeleted;
import io.botyard.contract.event.UserSuspended;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Endings;
import io.botyard.gateway.identity.KnownAddresses;
import io.botyard.gateway.identity.UserStatus;
import io.botyard.gateway.identity.apikey.ApiKeys;
import io.botyard.gateway.identity.session.SessionEnd;
import io.botyard.gateway.identity.session.Sessions;
import org.springframework.stereotype.Component;

/** All that changes with an account, its record for the trail and its bot's command with it. Within a transaction. */
@Component
class Consequences {

    private final UserRows rows;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final KnownAddresses addresses;
    private final PasswordResets resets;
    private final Endings endings;
    private final BotOrders bots;
    private final AccessLog log;
    private final AccessHeads heads;

    Consequences(
            UserRows rows,
            Sessions sessions,
            ApiKeys keys,
            KnownAddresses addresses,
            PasswordResets resets,
            Endings endings,
            BotOrders bots,
            AccessLog log,
            AccessHeads heads) {
        this.rows = rows;
        this.sessions = sessions;
        this.keys = keys;
        this.addresses = addresses;
        this.resets = resets;
        this.endings = endings;
        this.bots = bots;
        this.log = log;
        this.heads = heads;
    }

    void of(Caller caller, StoredUser user, Act act) {
        switch (act) {
            case Act.Deletion() -> delete(caller, user.id());
            case Act.Change(UserChange wanted) -> {
                wanted.newRole(user).ifPresent(role -> changeRole(caller, user, role));
                wanted.newStatus(user).ifPresent(status -> changeStatus(caller, user.id(), status));
            }
        }
    }

    private void changeRole(Caller caller, StoredUser user, Role role) {
        rows.setRole(user.id(), role);
        endings.announce(new Ending.OfUser(user.id()));
        log.record(new RoleChanged(heads.of(caller, user.id()), user.role(), role));
    }

    private void changeStatus(Caller caller, UserId user, UserStatus status) {
        rows.setStatus(user, status);
        switch (status) {
            case SUSPENDED -> {
                endAll(user, SessionEnd.USER_SUSPENDED);
                log.record(new UserSuspended(heads.of(caller, user)));
                bots.suspend(caller, user);
            }
            // The bot stays as it is: activating it is another act.
            case ACTIVE -> log.record(new UserActivated(heads.of(caller, user)));
        }
    }

    private void delete(Caller caller, UserId user) {
        rows.erase(user);
        endAll(user, SessionEnd.USER_DELETED);
        addresses.forgetAllOf(user);
        resets.forget(user);
        log.record(new UserDeleted(heads.of(caller, user)));
        bots.remove(caller, user);
    }

    private void endAll(UserId user, SessionEnd why) {
        sessions.endAllOf(user, why);
        keys.revokeAllOf(user);
    }
}
