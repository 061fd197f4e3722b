package dev.caspian.boot.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Opens connections whose commit either commits or fails. Thread-safe. */
final class PostgresqlDataSource extends DelegatingDataSource {

    PostgresqlDataSource(DataSource driver) {
        super(driver);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return CommittingConnection.of(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return CommittingConnection.of(super.getConnection(username, password));
    }
}
