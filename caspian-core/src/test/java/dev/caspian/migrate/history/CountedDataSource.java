package dev.caspian.migrate.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Counts the statements and the ends of transactions, and ends the process at one of them as a crash would. */
final class CountedDataSource extends DriverManagerDataSource {

    private final int last;
    private int statements;

    CountedDataSource(String url, String user, int last) {
        super(url, user, "");
        this.last = last;
    }

    int statements() {
        return statements;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(Connection.class, super.getConnection());
    }

    private <T> T counted(Class<T> type, T target) {
        Object proxy = Proxy.newProxyInstance(
                CountedDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("execute") || name.equals("commit") || name.equals("rollback")) {
                        count();
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof PreparedStatement statement) {
                        return counted(PreparedStatement.class, statement);
                    }
                    return result instanceof Statement statement ? counted(Statement.class, statement) : result;
                });
        return type.cast(proxy);
    }

    private void count() {
        statements++;
        if (statements == last) {
            Runtime.getRuntime().halt(137);
        }
    }
}
