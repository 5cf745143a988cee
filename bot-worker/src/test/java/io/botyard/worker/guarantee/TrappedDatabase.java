package io.botyard.worker.guarantee;

import io.botyard.worker.guarantee.Step.Moment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database with a trap after each statement, and around each commit. */
final class TrappedDatabase extends DelegatingDataSource {

    private final Trap trap;

    TrappedDatabase(DataSource database, Trap trap) {
        super(database);
        this.trap = trap;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, new TrappedConnection(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    /** From when it is lent to when it is given back, which is at most one transaction. */
    private final class TrappedConnection implements InvocationHandler {

        private final Connection connection;
        private final List<String> statements = new ArrayList<>();

        private TrappedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                committing(Moment.BEFORE_COMMIT);
                var done = TrappedDatabase.invoke(connection, method, arguments);
                committing(Moment.AFTER_COMMIT);
                return done;
            }
            var made = TrappedDatabase.invoke(connection, method, arguments);
            return made instanceof PreparedStatement statement && arguments != null
                    ? proxy(PreparedStatement.class, trapped(statement, String.valueOf(arguments[0])))
                    : made;
        }

        private void committing(Moment moment) {
            trap.reached(step -> statements.stream().anyMatch(sql -> step.isAtStatement(moment, sql)));
        }

        private InvocationHandler trapped(PreparedStatement statement, String sql) {
            return (_, method, arguments) -> {
                var done = TrappedDatabase.invoke(statement, method, arguments);
                if (method.getName().startsWith("execute")) {
                    statements.add(sql);
                    trap.reached(step -> step.isAtStatement(Moment.AFTER, sql));
                }
                return done;
            };
        }
    }
}
