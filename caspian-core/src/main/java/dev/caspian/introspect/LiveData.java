package dev.caspian.introspect;

import dev.caspian.database.QualifiedName;
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
    private final char quote;

    public LiveData(DataSource dataSource, Provider provider) {
        this.dataSource = dataSource;
        this.quote = provider == Provider.MYSQL ? '`' : '"';
    }

    /**
     * What remains of the findings once it is known which rows there are: those about empty tables and columns go, the
     * others say how many rows are concerned.
     *
     * @throws dev.caspian.error.MigrationException if the rows cannot be counted
     */
    public DataLoss confirm(DataLoss possible) {
        return Catalogue.read(
                dataSource,
                connection -> new DataLoss(
                        confirm(connection, possible.warnings()), confirm(connection, possible.unexecutable())));
    }

    private List<Finding> confirm(Connection connection, List<Finding> possible) throws SQLException {
        List<Finding> confirmed = new ArrayList<>();
        for (Finding finding : possible) {
            QualifiedName table = finding.table();
            if (finding.when() == Finding.When.ALWAYS || table == null) {
                confirmed.add(finding);
                continue;
            }
            long rows = Catalogue.query(connection, query(finding, table), row -> row.getLong(1))
                    .get(0);
            if (rows > 0) {
                confirmed.add(new Finding(
                        finding.when(),
                        table,
                        finding.column(),
                        finding.message() + " It concerns " + rows + (rows == 1 ? " row." : " rows.")));
            }
        }
        return confirmed;
    }

    private String query(Finding finding, QualifiedName table) {
        String from = "SELECT count(*) FROM "
                + (table.namespace() == null ? "" : quoted(table.namespace()) + ".")
                + quoted(table.name());
        String column = finding.column();
        if (column == null) {
            return from;
        }
        return from + " WHERE " + quoted(column) + (finding.when() == Finding.When.NULLS ? " IS NULL" : " IS NOT NULL");
    }

    private String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }
}
