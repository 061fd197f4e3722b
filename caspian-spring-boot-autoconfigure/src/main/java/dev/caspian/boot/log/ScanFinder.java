package dev.caspian.boot.log;

import dev.caspian.execute.QueryEvent;
import dev.caspian.provider.Provider;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks a database how it runs a statement. Stateless; what it does on a connection leaves no trace. */
sealed interface ScanFinder permits SqliteScanFinder, PostgresqlScanFinder {

    /** That of a database; empty where it cannot be asked. */
    static Optional<ScanFinder> of(Provider provider) {
        return switch (provider) {
            case SQLITE -> Optional.of(new SqliteScanFinder());
            case POSTGRESQL -> Optional.of(new PostgresqlScanFinder());
            case COCKROACHDB, MYSQL -> Optional.empty();
        };
    }

    /** The scans of a statement, without running it again, and without the values of its parameters. */
    List<TableScan> find(Connection connection, QueryEvent statement) throws SQLException;
}
