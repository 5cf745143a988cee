package io.botyard.worker;

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
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database of which somebody is told what it is asked: whoever asks waits, or fails, as the watcher does. */
public final class WatchedDatabase extends DelegatingDataSource {

    /** Is told of each statement and commit in the thread of whoever has it carried out. */
    public interface Watcher {

        default void before(String sql) throws SQLException {}

        default void after(String sql) {}

        /**
         * Is told before a commit, of what it commits.
         *
         * @param statements since the connection was lent, which is at most one transaction
         */
        default void beforeCommit(List<String> statements) {}

        default void afterCommit(List<String> statements) {}
    }

    private final Watcher watcher;

    public WatchedDatabase(DataSource database, Watcher watcher) {
        super(database);
        this.watcher = watcher;
    }

    /** Has a worker that starts use such a one. */
    static ApplicationContextInitializer<GenericApplicationContext> by(Watcher watcher) {
        return context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource plain ? new WatchedDatabase(plain, watcher) : bean;
            }
        });
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new WatchedConnection(super.getConnection()));
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

    /** From when it is lent to when it is given back. */
    private final class WatchedConnection implements InvocationHandler {

        private final Connection connection;
        private final List<String> statements = new ArrayList<>();

        private WatchedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                watcher.beforeCommit(statements);
                var done = WatchedDatabase.invoke(connection, method, arguments);
                watcher.afterCommit(statements);
                return done;
            }
            var made = WatchedDatabase.invoke(connection, method, arguments);
            return made instanceof PreparedStatement statement && arguments != null
                    ? proxy(PreparedStatement.class, watched(statement, String.valueOf(arguments[0])))
                    : made;
        }

        private InvocationHandler watched(PreparedStatement statement, String sql) {
            return (_, method, arguments) -> {
                if (!method.getName().startsWith("execute")) {
                    return WatchedDatabase.invoke(statement, method, arguments);
                }
                watcher.before(sql);
                var done = WatchedDatabase.invoke(statement, method, arguments);
                statements.add(sql);
                watcher.after(sql);
                return done;
            };
        }
    }
}
