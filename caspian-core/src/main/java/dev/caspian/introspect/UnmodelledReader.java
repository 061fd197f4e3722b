package dev.caspian.introspect;

import dev.caspian.database.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads what a query says of things that no schema can say: their kind, database schema, table and name. Stateless. */
final class UnmodelledReader {

    private UnmodelledReader() {}

    static List<Unmodelled> read(Connection connection, String sql, boolean qualified, String... parameters)
            throws SQLException {
        return Catalogue.query(
                connection,
                sql,
                row -> new Unmodelled(
                        Unmodelled.Kind.valueOf(row.getString(1)),
                        new QualifiedName(qualified ? row.getString(2) : null, row.getString(3)),
                        row.getString(4)),
                parameters);
    }
}
