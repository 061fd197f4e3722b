package dev.caspian.introspect;

import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.Finding;
import dev.caspian.provider.Provider;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts the rows of a live database that a migration could lose. Immutable. */
public final class LiveData {

    private final DataSource dataSource;
    private final Provider provider;

    public LiveData(DataSource dataSource, Provider provider) {
        this.dataSource = dataSource;
        this.provider = provider;
    }

    /**
     * What remains of the findings once it is known which rows there are: those about empty tables and columns go, the
     * others say how many rows are concerned.
     *
     * @throws dev.caspian.error.MigrationException if the rows cannot be counted
     */
    public DataLoss confirm(DataLoss possible) {
        return Catalogue.read(dataSource, connection -> {
            RowCounts counts = new RowCounts(provider, connection.getMetaData().getDatabaseMajorVersion());
            return new DataLoss(
                    confirm(connection, counts, possible.warnings()),
                    confirm(connection, counts, possible.unexecutable()));
        });
    }

    private static List<Finding> confirm(Connection connection, RowCounts counts, List<Finding> possible)
            throws SQLException {
        List<Finding> confirmed = new ArrayList<>();
        for (Finding finding : possible) {
            String query = counts.query(finding);
            if (query == null) {
                confirmed.add(finding);
                continue;
            }
            long rows =
                    Catalogue.query(connection, query, row -> row.getLong(1)).get(0);
            if (rows > 0) {
                confirmed.add(finding.counted(rows));
            }
        }
        return confirmed;
    }
}
