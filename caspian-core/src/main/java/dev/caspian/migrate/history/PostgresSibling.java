package dev.caspian.migrate.history;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/** Leads to another database on the server of a data source, for the same user. Stateless. */
final class PostgresSibling {

    private PostgresSibling() {}

    /** The other database; empty if the data source does not tell how it connects, as pools do not. */
    static Optional<DataSource> of(DataSource dataSource, String database) {
        if (dataSource instanceof BaseDataSource known) {
            return Optional.of(sibling(known.getURL(), known.getUser(), known.getPassword(), database));
        }
        if (dataSource instanceof AbstractDriverBasedDataSource known && known.getUrl() != null) {
            return Optional.of(sibling(known.getUrl(), known.getUsername(), known.getPassword(), database));
        }
        return Optional.empty();
    }

    /** The name of the database itself; empty if the data source does not tell how it connects. */
    static Optional<String> name(DataSource dataSource) {
        if (dataSource instanceof BaseDataSource known) {
            return Optional.ofNullable(known.getDatabaseName());
        }
        if (dataSource instanceof AbstractDriverBasedDataSource known && known.getUrl() != null) {
            PGSimpleDataSource own = new PGSimpleDataSource();
            own.setURL(known.getUrl());
            return Optional.ofNullable(own.getDatabaseName());
        }
        return Optional.empty();
    }

    private static DataSource sibling(String url, @Nullable String user, @Nullable String password, String database) {
        PGSimpleDataSource sibling = new PGSimpleDataSource();
        sibling.setURL(url);
        sibling.setDatabaseName(database);
        if (user != null) {
            sibling.setUser(user);
        }
        if (password != null) {
            sibling.setPassword(password);
        }
        return sibling;
    }
}
