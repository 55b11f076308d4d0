package dev.keystead.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that tells which statements were prepared and when was committed, and whose commits fail on demand. */
final class ObservedDataSource extends DelegatingDataSource {
    final Queue<String> statements = new ConcurrentLinkedQueue<>();

    /** How many transactions were committed. */
    final AtomicInteger commits = new AtomicInteger();

    /** What the next commits throw, one after the other, instead of committing. */
    final Queue<SQLException> failuresAtCommit = new ConcurrentLinkedQueue<>();

    ObservedDataSource(DataSource delegate) {
        super(delegate);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            statements.add((String) arguments[0]);
        }
        if (method.getName().equals("commit")) {
            commits.incrementAndGet();
            if (!failuresAtCommit.isEmpty()) {
                connection.rollback();
                throw failuresAtCommit.remove();
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
