package io.botyard.bench.trail;

import io.botyard.audit.rows.CopiedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** COPY, without a look at what is there: nobody gets rows into these tables sooner. */
final class Copying implements Keeper {

    @Override
    public void keep(List<Row> rows, Connection connection) throws SQLException {
        var sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        connection.setAutoCommit(false);
        rows.stream()
                .collect(Collectors.groupingBy(Row::columns))
                .forEach((columns, same) ->
                        CopiedRows.into(sql, columns, same.stream().map(Row::values)));
        connection.commit();
    }
}
