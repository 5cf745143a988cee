package io.botyard.audit.rows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows that go into a table by {@code COPY}, in its <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">text format</a>: Postgres takes them in less than half
 * the time that as many inserts need, and while more of them are made. It knows no conflict, so they must be new.
 */
public final class CopiedRows {
    private static final String ABSENT = "\\N";
    private static final int PART = 32 * 1024;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(2 * PART);

    private CopiedRows(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * Puts them there, in the caller's transaction.
     *
     * @param columns table and columns, such as {@code audit.entries (user_id, seq)}
     * @param rows each as its values in the order of the columns: a value is what its {@code toString} says and Postgres
     *     reads in that column, or absent. They are made one by one as they are sent, and nothing else may be asked of the
     *     database meanwhile
     * @throws org.springframework.dao.DataAccessException as an insert would
     */
    public static void into(JdbcTemplate sql, String columns, Stream<List<@Nullable Object>> rows) {
        sql.execute((Connection connection) -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + columns + " FROM STDIN");
            try {
                new CopiedRows(copy).send(rows);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
    }

    private void send(Stream<List<@Nullable Object>> rows) throws SQLException {
        for (var row : (Iterable<List<@Nullable Object>>) rows::iterator) {
            add(row);
            if (text.length() >= PART) {
                flush();
            }
        }
        flush();
        copy.endCopy();
    }

    private void flush() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.flushCopy();
        text.setLength(0);
    }

    private void add(List<@Nullable Object> row) {
        var separator = "";
        for (var value : row) {
            text.append(separator);
            separator = "\t";
            if (value == null) {
                text.append(ABSENT);
            } else {
                add(value.toString());
            }
        }
        text.append('\n');
    }

    /** By substrings: they are copied at once, and what is named by its bounds is character by character. */
    private void add(String value) {
        var from = 0;
        for (var i = 0; i < value.length(); i++) {
            var escaped = escaped(value.charAt(i));
            if (escaped != 0) {
                text.append(value.substring(from, i)).append('\\').append(escaped);
                from = i + 1;
            }
        }
        text.append(value.substring(from));
    }

    /** What stands behind a backslash for it; 0 where it stands for itself. */
    private static char escaped(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
