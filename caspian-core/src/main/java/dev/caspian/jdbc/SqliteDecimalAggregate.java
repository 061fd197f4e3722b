package dev.caspian.jdbc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;

/**
 * The exact sum or average of decimals, as text: SQLite would add floating-point numbers. Confined to one group of rows.
 */
final class SqliteDecimalAggregate extends Function.Aggregate {

    private final boolean average;
    private BigDecimal sum = BigDecimal.ZERO;
    private long count;

    private SqliteDecimalAggregate(boolean average) {
        this.average = average;
    }

    static void create(SQLiteConnection connection) throws SQLException {
        create(connection, SqliteFunctions.SUM, new SqliteDecimalAggregate(false), 1, FLAG_DETERMINISTIC);
        create(connection, SqliteFunctions.AVG, new SqliteDecimalAggregate(true), 1, FLAG_DETERMINISTIC);
    }

    @Override
    protected void xStep() throws SQLException {
        int type = value_type(0);
        if (type == Codes.SQLITE_NULL) {
            return;
        }
        try {
            sum = sum.add(Decimals.of(type, value_text(0), value_double(0)));
            count++;
        } catch (NumberFormatException e) {
            error(SqliteFunctions.NO_DECIMAL);
        }
    }

    @Override
    protected void xFinal() throws SQLException {
        if (count == 0) {
            result();
        } else {
            BigDecimal value = average ? sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128) : sum;
            result(Decimals.plain(value).toString());
        }
    }
}
