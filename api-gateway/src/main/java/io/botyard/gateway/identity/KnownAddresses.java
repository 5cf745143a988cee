package io.botyard.gateway.identity;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.IpLiteral;
import io.botyard.gateway.access.ThrottleSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** From where accounts were logged in to lately, as keyed hashes: enough to know an address again, not to read it. */
@Component
public class KnownAddresses {

    private static final Duration WORTH_NOTING = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Pseudonyms pseudonyms;
    private final ThrottleSettings settings;
    private final Clock clock;

    KnownAddresses(JdbcClient jdbc, Pseudonyms pseudonyms, ThrottleSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
        this.settings = settings;
        this.clock = clock;
    }

    void remember(UserId user, String address) {
        jdbc.sql("INSERT INTO identity.known_addresses AS known (user_id, address, last_login_at)"
                        + " VALUES (:user, :address, :now) ON CONFLICT (user_id, address)"
                        + " DO UPDATE SET last_login_at = :now WHERE known.last_login_at < :noted")
                .param("user", user.value())
                .param("address", hash(user, address))
                .param("now", Timestamp.from(clock.instant()))
                .param("noted", Timestamp.from(clock.instant().minus(WORTH_NOTING)))
                .update();
    }

    boolean knows(UserId user, String address) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.known_addresses"
                        + " WHERE user_id = :user AND address = :address AND last_login_at >= :then)")
                .param("user", user.value())
                .param("address", hash(user, address))
                .param("then", Timestamp.from(forgotten()))
                .query(Boolean.class)
                .single();
    }

    /** Part of the transaction that also changes the account. */
    public void forgetAllOf(UserId user) {
        jdbc.sql("DELETE FROM identity.known_addresses WHERE user_id = :user")
                .param("user", user.value())
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        jdbc.sql("DELETE FROM identity.known_addresses WHERE last_login_at < :then")
                .param("then", Timestamp.from(forgotten()))
                .update();
    }

    private Instant forgotten() {
        return clock.instant().minus(settings.addressKnownFor());
    }

    /** The same address is another hash for another account. */
    private String hash(UserId user, String address) {
        return pseudonyms.of("address of " + user + ": " + IpLiteral.place(address));
    }
}
