package io.botyard.gateway.identity.apikey;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Endings;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All API keys. What is revoked is announced once its transaction commits. */
@Component
public class ApiKeys {

    private final JdbcClient jdbc;
    private final Endings endings;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Endings endings, Clock clock) {
        this.jdbc = jdbc;
        this.endings = endings;
        this.clock = clock;
    }

    /** Part of the transaction that also changes the account, after its row was changed or locked. */
    public void revokeAllOf(UserId user) {
        jdbc.sql("UPDATE identity.api_keys SET revoked_at = :now WHERE user_id = :user AND revoked_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("user", user.value())
                .update();
        endings.announce(new Ending.OfUser(user));
    }
}
