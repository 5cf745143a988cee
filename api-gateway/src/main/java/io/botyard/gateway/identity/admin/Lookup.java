package io.botyard.gateway.identity.admin;

import io.botyard.contract.UserId;
import io.botyard.contract.event.UserViewed;
import io.botyard.contract.event.UsersListed;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Page;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A superadmin's look at accounts, recorded before anything of it is shown. */
@Component
class Lookup {

    private final UserRows rows;
    private final AccessLog log;
    private final AccessHeads heads;

    Lookup(UserRows rows, AccessLog log, AccessHeads heads) {
        this.rows = rows;
        this.log = log;
        this.heads = heads;
    }

    Page<StoredUser> find(Caller caller, UserSearch search) {
        log.record(new UsersListed(heads.of(caller, caller.user()), search.recorded()));
        return Page.of(rows.find(search), search.limit(), UserSearch::cursor);
    }

    Optional<StoredUser> view(Caller caller, UserId id) {
        var user = rows.of(id);
        user.ifPresent(found -> log.record(new UserViewed(heads.of(caller, id))));
        return user;
    }
}
