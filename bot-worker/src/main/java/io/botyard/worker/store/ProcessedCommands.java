package io.botyard.worker.store;

import io.botyard.contract.CommandId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Control commands that have come to something, refusals too: reading one again changes nothing. */
@Repository
class ProcessedCommands {

    private final JdbcClient sql;

    ProcessedCommands(JdbcClient sql) {
        this.sql = sql;
    }

    boolean contains(CommandId command) {
        return sql.sql("select exists (select 1 from bots.processed_command where command_id = ?)")
                .param(command.value())
                .query(Boolean.class)
                .single();
    }

    void add(CommandId command, Instant at) {
        sql.sql("insert into bots.processed_command values (?, ?)")
                .params(command.value(), Timestamp.from(at))
                .update();
    }
}
