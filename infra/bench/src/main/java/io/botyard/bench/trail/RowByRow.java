package io.botyard.bench.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** An insert and a commit for each record, as many a consumer does. */
final class RowByRow implements Keeper {

    @Override
    public void keep(List<Row> rows, Connection connection) throws SQLException {
        for (var row : rows) {
            var places = String.join(", ", Collections.nCopies(row.values().size(), "?"));
            try (var insert = connection.prepareStatement(
                    "INSERT INTO " + row.columns() + " VALUES (" + places + ") ON CONFLICT DO NOTHING")) {
                var place = 0;
                for (var value : row.values()) {
                    place++;
                    insert.setString(place, value == null ? null : value.toString());
                }
                insert.executeUpdate();
            }
        }
    }
}
