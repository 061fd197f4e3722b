package dev.caspian.migrate.history;

import java.util.List;
import javax.sql.DataSource;

/** An empty database in which migrations are rehearsed. What they made is gone when it is closed. */
public interface ShadowDatabase extends AutoCloseable {

    /**
     * Runs migrations, without a history.
     *
     * @throws dev.caspian.error.MigrationException P3018 if one of them fails
     */
    void run(List<Migration> migrations);

    /** Looks at what the migrations made. */
    DataSource dataSource();

    @Override
    void close();
}
