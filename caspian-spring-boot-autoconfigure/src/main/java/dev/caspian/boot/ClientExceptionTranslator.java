package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Translates with the application's client, which needs the transaction manager and so comes after it; without a client, or
 * with several, as Spring does.
 */
record ClientExceptionTranslator(ObjectProvider<CaspianClient> clients, SQLExceptionTranslator others)
        implements SQLExceptionTranslator {

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        CaspianClient client = clients.getIfUnique();
        SQLExceptionTranslator translator = client == null ? others : client.exceptionTranslator();
        return translator.translate(task, sql, failure);
    }
}
