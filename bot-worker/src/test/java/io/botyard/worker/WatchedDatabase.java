package io.botyard.worker;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database of which somebody is told what it is asked: whoever asks waits, or fails, as the watcher does. */
final class WatchedDatabase extends DelegatingDataSource {

    /** Is told of each statement in the thread of whoever has it carried out. */
    interface Watcher {

        void before(String sql) throws SQLException;

        default void after(String sql) {}
    }

    private final Watcher watcher;

    WatchedDatabase(DataSource database, Watcher watcher) {
        super(database);
        this.watcher = watcher;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, (_, method, arguments) -> {
            var made = invoke(connection, method, arguments);
            return made instanceof PreparedStatement statement && arguments != null
                    ? watched(statement, String.valueOf(arguments[0]))
                    : made;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(statement, method, arguments);
            }
            watcher.before(sql);
            var done = invoke(statement, method, arguments);
            watcher.after(sql);
            return done;
        });
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
}
