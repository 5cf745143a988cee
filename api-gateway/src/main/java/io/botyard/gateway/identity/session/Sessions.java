package io.botyard.gateway.identity.session;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Endings;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All sessions. Whatever ends one is announced once its transaction commits. */
@Component
public class Sessions {

    private final JdbcClient jdbc;
    private final Endings endings;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Endings endings, Clock clock) {
        this.jdbc = jdbc;
        this.endings = endings;
        this.clock = clock;
    }

    /** Part of the transaction that also changes the account, after its row was changed or locked. */
    public void endAllOf(UserId user, SessionEnd why) {
        jdbc.sql("UPDATE identity.sessions SET ended_at = :now, end_reason = :why"
                        + " WHERE user_id = :user AND ended_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why.word())
                .param("user", user.value())
                .update();
        endings.announce(new Ending.OfUser(user));
    }
}
