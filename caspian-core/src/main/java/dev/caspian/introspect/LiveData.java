package dev.caspian.introspect;

import dev.caspian.migrate.diff.DataLoss;
import dev.caspian.migrate.diff.Finding;
import dev.caspian.migrate.history.Progress;
import dev.caspian.provider.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Counts the rows of a live database that a migration could lose. Immutable. */
public final class LiveData {

    private final DataSource dataSource;
    private final Provider provider;
    private final Consumer<String> progress;

    /** Prepares to count; {@code progress} receives a sentence now and then. */
    public LiveData(DataSource dataSource, Provider provider, Consumer<String> progress) {
        this.dataSource = dataSource;
        this.provider = provider;
        this.progress = progress;
    }

    /**
     * What remains of the findings once it is known which rows there are: those about empty tables and columns go, the
     * others say how many rows are concerned.
     *
     * @throws dev.caspian.error.MigrationException if the rows cannot be counted
     */
    public DataLoss confirm(DataLoss possible) {
        int total = possible.warnings().size() + possible.unexecutable().size();
        Progress counting = new Progress("Counting the rows that could be lost", total, "counts", progress);
        return Catalogue.read(dataSource, connection -> {
            RowCounts counts = new RowCounts(provider, connection.getMetaData().getDatabaseMajorVersion());
            Counting run = new Counting(connection, counts, counting);
            return new DataLoss(run.confirm(possible.warnings()), run.confirm(possible.unexecutable()));
        });
    }

    /** The counting on one connection. Confined to one call. */
    private static final class Counting {

        private final Connection connection;
        private final RowCounts queries;
        private final Progress progress;
        private int reached;

        Counting(Connection connection, RowCounts queries, Progress progress) {
            this.connection = connection;
            this.queries = queries;
            this.progress = progress;
        }

        List<Finding> confirm(List<Finding> possible) throws SQLException {
            List<Finding> confirmed = new ArrayList<>();
            for (Finding finding : possible) {
                reached++;
                String query = queries.query(finding);
                if (query == null) {
                    confirmed.add(finding);
                    continue;
                }
                long rows = count(query);
                if (rows > 0) {
                    confirmed.add(finding.counted(rows));
                }
                progress.reached(reached);
            }
            return confirmed;
        }

        private long count(String query) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return progress.step(reached, statement, () -> first(statement, query));
            }
        }

        private static long first(Statement statement, String query) throws SQLException {
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }
}
