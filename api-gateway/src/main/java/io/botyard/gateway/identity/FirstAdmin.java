package io.botyard.gateway.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import io.botyard.contract.event.UserRegistered;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.Caller;
import io.botyard.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the first superadmin: exactly one, however many gateways start at once, and none where there is one. */
@Component
class FirstAdmin implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String USERNAME = "superadmin";

    private final FirstAdminSettings settings;
    private final Users users;
    private final Passwords passwords;
    private final Outbox outbox;
    private final AccessHeads heads;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    FirstAdmin(
            FirstAdminSettings settings,
            Users users,
            Passwords passwords,
            Outbox outbox,
            AccessHeads heads,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.settings = settings;
        this.users = users;
        this.passwords = passwords;
        this.outbox = outbox;
        this.heads = heads;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        settings.complete()
                .ifPresentOrElse(
                        wanted -> transactions.executeWithoutResult(transaction -> make(wanted)),
                        this::checkThereIsOne);
    }

    private void checkThereIsOne() {
        if (!users.hasSuperadmin()) {
            throw new StartRefused("there is no superadmin yet: set " + String.join(" and ", settings.missing()));
        }
    }

    private void make(FirstAdminSettings wanted) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('identity.first_admin'))")
                .query((row, number) -> true)
                .single();
        if (users.hasSuperadmin()) {
            return;
        }
        var hash = passwords.hash(String.valueOf(wanted.password()));
        switch (users.add(new NewUser(String.valueOf(wanted.email()), USERNAME, hash, Role.SUPERADMIN))) {
            case Registration.Registered(User admin) -> told(admin);
            case Registration.EmailTaken() -> throw taken("BOTYARD_ADMIN_EMAIL");
            case Registration.UsernameTaken() -> throw taken("the username " + USERNAME);
        }
    }

    private void told(User admin) {
        var system = new Actor(UserId.PLATFORM, Role.SUPERADMIN, Via.SYSTEM, null, null);
        var start = new Caller(system, UuidCreator.getTimeOrderedEpoch().toString());
        outbox.record(new UserRegistered(heads.of(start, admin.id()), Role.SUPERADMIN));
        LOG.atInfo().addKeyValue("user_id", admin.id()).log("first superadmin made");
    }

    private static StartRefused taken(String what) {
        return new StartRefused(
                "there is no superadmin, and none can be made: " + what + " belongs to an account already");
    }
}
