package jp.kenpo.gateway.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Keeps the prepared statements of a SQLite connection for their next use: preparing one takes longer than carrying it
 * out, and SQLite's driver, unlike PostgreSQL's, prepares anew each time.
 *
 * <p>Whoever closes a statement has closed its results before, as Spring does. A statement that failed is not kept, and
 * what was set in a kept one is cleared. Not thread-safe, like the connection.
 */
final class KeptStatements implements InvocationHandler {

    /** The ledger has some eighty; lists of any length make more. */
    private static final int MOST = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    /** Returns a source whose connections keep their statements. */
    static DataSource in(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return proxy(Connection.class, new KeptStatements(super.getConnection()));
            }
        };
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("prepareStatement")
                && arguments != null
                && arguments.length == 1
                && arguments[0] instanceof String sql) {
            PreparedStatement kept = idle.remove(sql);
            PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
            return proxy(PreparedStatement.class, new Lent(sql, statement));
        }
        // closing the connection finalises what was prepared in it
        return carryOut(connection, method, arguments);
    }

    private static @Nullable Object carryOut(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A statement in use. */
    private final class Lent implements InvocationHandler {

        private final String sql;
        private final PreparedStatement statement;
        private boolean failed;
        private boolean closed;

        Lent(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    close();
                    return null;
                }
                case "isClosed" -> {
                    return closed || statement.isClosed();
                }
                default -> {
                    if (closed) {
                        throw new SQLException("the statement is closed");
                    }
                    return passOn(method, arguments);
                }
            }
        }

        private @Nullable Object passOn(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            try {
                return carryOut(statement, method, arguments);
            } catch (SQLException e) {
                failed = true;
                throw e;
            }
        }

        private void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (failed || idle.size() >= MOST || idle.containsKey(sql)) {
                statement.close();
                return;
            }
            statement.clearParameters();
            idle.put(sql, statement);
        }
    }
}
