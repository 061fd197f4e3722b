package dev.caspian.boot;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.error.InvalidDatabaseUrlException;
import dev.caspian.provider.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Makes the pool of the replica that {@code caspian.replica} names. */
final class ReplicaPool {

    static final String URL = "caspian.replica.url";

    private ReplicaPool() {}

    /**
     * The pool, which has opened no connection yet.
     *
     * <p>It is not told to be read-only: Spring's transactions say that of each connection that they get, wherever it leads.
     *
     * @param primary whose user the replica has, too, where nothing else is said; a replica is a copy of it
     */
    static HikariDataSource of(
            CaspianProperties.Replica replica, @Nullable JdbcConnectionDetails primary, Environment environment) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("caspianReplica");
        String url = String.valueOf(replica.url());
        DatabaseUrl address = url.startsWith("jdbc:") ? null : parse(url);
        pool.setJdbcUrl(address == null ? url : address.jdbcUrl());
        if (StringUtils.hasText(replica.username())) {
            pool.setUsername(replica.username());
            pool.setPassword(replica.password());
        } else if (address != null && address.username() != null) {
            pool.setUsername(address.username());
            pool.setPassword(StringUtils.hasText(replica.password()) ? replica.password() : address.password());
        } else if (primary != null) {
            pool.setUsername(primary.getUsername());
            pool.setPassword(StringUtils.hasText(replica.password()) ? replica.password() : primary.getPassword());
        }
        if (address != null) {
            DatabaseUrlPoolPostProcessor.limit(pool, address.connectionLimit(), address.poolTimeout());
        }
        Binder.get(environment).bind("caspian.replica.hikari", Bindable.ofInstance(pool));
        return pool;
    }

    private static DatabaseUrl parse(String url) {
        try {
            return DatabaseUrl.parse(url, "`" + URL + "`");
        } catch (InvalidDatabaseUrlException e) {
            throw new UnusableDatabaseException(
                    String.valueOf(e.getMessage()),
                    "Correct `" + URL + "`, which may be a JDBC address as well, or remove it.",
                    e);
        }
    }
}
