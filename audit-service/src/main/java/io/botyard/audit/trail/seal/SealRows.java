package io.botyard.audit.trail.seal;

import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.WireJson;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest seal of each partition, kept before it is sent: two instances never sign under one number, and what an
 * instance did not live to send is sent by the next. Nothing is believed because it stands here.
 */
@Component
final class SealRows {
    private final JdbcClient sql;

    SealRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<HeadsSigned> newest(int partition) {
        return sql.sql("SELECT record FROM audit.seals WHERE partition = ?")
                .param(partition)
                .query(String.class)
                .optional()
                .map(record -> WireJson.mapper().readValue(record, HeadsSigned.class));
    }

    /**
     * Makes this the newest.
     *
     * @param after the number of the newest until now; 0 when there is none
     * @param record its JSON
     * @throws Overtaken when another one is the newest by now
     */
    void move(long after, HeadsSigned seal, String record) {
        var moved = sql.sql("""
                        INSERT INTO audit.seals AS newest (partition, number, record) VALUES (?, ?, ?)
                        ON CONFLICT (partition) DO UPDATE SET number = excluded.number, record = excluded.record
                        WHERE newest.number = ?""")
                .params(seal.partition(), seal.number(), record, after)
                .update();
        if (moved == 0) {
            throw new Overtaken(seal.partition());
        }
    }
}
