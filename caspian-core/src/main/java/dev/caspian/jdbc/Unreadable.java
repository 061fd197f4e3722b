package dev.caspian.jdbc;

import dev.caspian.error.InconsistentColumnException;
import dev.caspian.provider.ScalarType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes the error of a column that holds something else than its field says. */
final class Unreadable {

    private Unreadable() {}

    static InconsistentColumnException value(ResultSet row, int column, ScalarType type) throws SQLException {
        String name = row.getMetaData().getColumnName(column);
        return new InconsistentColumnException(
                "The column `" + name + "` holds something that is no " + type.prismaName()
                        + ". Correct the data, or change the field's type in the schema.",
                null);
    }
}
