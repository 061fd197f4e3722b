package dev.caspian.jdbc;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.provider.ScalarType;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression.Compare.Operator;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values become parameters of SQLite. Stateless. */
final class SqliteParameters {

    // Values of another kind come before or behind all values of a column, and equal none of them.
    private static final byte[] BEHIND_NUMBERS = {};
    private static final String BEFORE_TIMES = "";
    private static final String BEHIND_TIMES = "~";

    private static final int MOST_DIGITS = 1_000;

    private SqliteParameters() {}

    static @Nullable Object stored(@Nullable Object value, ColumnType type) throws SQLException {
        if (value instanceof BigDecimal decimal) {
            return exact(decimal, "SQLite holds every Decimal of 15 digits, and not this one.");
        } else if (value instanceof Json json && isNumber(json)) {
            // SQLite makes a number of such a document.
            return exact(number(json), "SQLite holds every number of 15 digits as a Json document, and not this one.");
        }
        return value;
    }

    private static Number exact(BigDecimal decimal, String otherwise) throws SQLException {
        Number exact = Decimals.exact(decimal);
        if (exact == null) {
            throw Refused.outOfRange(otherwise);
        }
        return exact;
    }

    private static boolean isNumber(Json json) {
        String text = json.text().strip();
        return !text.isEmpty() && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)));
    }

    private static BigDecimal number(Json json) throws SQLException {
        return (BigDecimal) Objects.requireNonNull(document(json));
    }

    private static @Nullable Object document(Json json) throws SQLException {
        try {
            return JsonDocument.parse(json.text());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("A value for a Json field is refused: " + e.getMessage() + ".");
        }
    }

    static Object compared(Object value, ColumnType type, Operator operator) {
        if (value instanceof BigDecimal decimal) {
            Number comparable = Decimals.compared(decimal, operator);
            return comparable == null ? BEHIND_NUMBERS : comparable;
        } else if (value instanceof Double number && number.isNaN()) {
            return BEHIND_NUMBERS;
        } else if (value instanceof Instant instant && !IsoInstant.sorts(instant)) {
            return instant.isBefore(Instant.EPOCH) ? BEFORE_TIMES : BEHIND_TIMES;
        }
        return value;
    }

    static List<?> candidates(List<?> values, ColumnType type) {
        boolean number = type.type() == ScalarType.FLOAT || type.type() == ScalarType.DECIMAL;
        return number
                ? values.stream()
                        .filter(value -> compared(value, type, Operator.EQ) != BEHIND_NUMBERS)
                        .toList()
                : values;
    }

    static void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(parameter, Refused.wellFormed(text));
        } else if (value instanceof Integer number) {
            statement.setInt(parameter, number);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else if (value instanceof Boolean flag) {
            statement.setInt(parameter, flag ? 1 : 0);
        } else if (value instanceof Double number) {
            if (number.isNaN()) {
                throw Refused.outOfRange("SQLite makes NULL of NaN.");
            }
            statement.setDouble(parameter, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(parameter, bytes);
        } else {
            statement.setString(parameter, text(value));
        }
    }

    /** What a value that SQLite has no type for is stored as. */
    private static String text(Object value) throws SQLException {
        if (value instanceof Instant instant) {
            if (!IsoInstant.sorts(instant)) {
                throw Refused.outOfRange("SQLite has years from 0 to 9999.");
            }
            return IsoInstant.format(instant);
        } else if (value instanceof BigDecimal decimal) {
            return bounded(decimal).toString();
        } else if (value instanceof Json json) {
            // SQLite would take any text.
            document(json);
            return Refused.wellFormed(json.text());
        } else if (value instanceof MappedEnum constant) {
            return constant.databaseName();
        }
        throw new InvalidQueryException("SQLite has no column for a value of the type `"
                + value.getClass().getName() + "`.");
    }

    /** To calculate with a number of more digits than any column holds could take minutes. */
    private static BigDecimal bounded(BigDecimal decimal) throws SQLException {
        if (Math.abs((long) decimal.scale()) + decimal.precision() > MOST_DIGITS) {
            throw Refused.outOfRange("SQLite holds no Decimal of so many digits.");
        }
        return decimal;
    }

    static void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        StringBuilder json = new StringBuilder(values.size() * 16).append('[');
        for (Object value : values) {
            json.append(json.length() == 1 ? "" : ",").append(element(compared(value, type, Operator.EQ)));
        }
        statement.setString(parameter, json.append(']').toString());
    }

    static void bindTuples(
            PreparedStatement statement, int parameter, List<? extends List<?>> tuples, List<ColumnType> types)
            throws SQLException {
        StringBuilder json = new StringBuilder().append('[');
        for (List<?> tuple : tuples) {
            json.append(json.length() == 1 ? "[" : ",[");
            for (int i = 0; i < tuple.size(); i++) {
                json.append(i == 0 ? "" : ",").append(element(compared(tuple.get(i), types.get(i), Operator.EQ)));
            }
            json.append(']');
        }
        statement.setString(parameter, json.append(']').toString());
    }

    private static String element(Object value) throws SQLException {
        if (value instanceof Double number && number.isInfinite()) {
            // Json has no infinity; SQLite reads a number that is too large as such.
            return number > 0 ? "9e999" : "-9e999";
        } else if (value instanceof Number) {
            return value.toString();
        } else if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        } else if (value instanceof byte[] bytes) {
            return '"' + HexFormat.of().formatHex(bytes) + '"';
        }
        return Json.of(value instanceof String text ? Refused.wellFormed(text) : text(value))
                .text();
    }

    static void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        Object known = ParameterValue.of(value);
        if (known instanceof List<?>) {
            throw new InvalidQueryException(
                    "Parameter " + parameter + " of the raw query is a list, which SQLite has not."
                            + " Use a named parameter, whose list is expanded: IN (:names).");
        }
        boolean text = known instanceof UUID || (known instanceof Temporal && !(known instanceof Instant));
        bind(statement, parameter, text ? String.valueOf(known) : stored(known, ColumnType.DECIMAL), ColumnType.STRING);
    }
}
