package dev.caspian.boot;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Translates with the client of a DataSource, which needs the transaction manager and so comes after it; where it has no
 * client, or several, as Spring does.
 */
record ClientExceptionTranslator(
        ApplicationDatabases databases, @Nullable DataSource dataSource, SQLExceptionTranslator others)
        implements SQLExceptionTranslator {

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        SQLExceptionTranslator translator = dataSource == null
                ? others
                : databases
                        .clientOf(dataSource)
                        .map(client -> client.exceptionTranslator())
                        .orElse(others);
        return translator.translate(task, sql, failure);
    }
}
