package io.botyard.bench.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Puts rows into the tables, one way or another. */
interface Keeper {

    /** These, and they are committed. */
    void keep(List<Row> rows, Connection connection) throws SQLException;
}
