package dev.caspian.sql.dialect;

import dev.caspian.jdbc.FailureReader;
import dev.caspian.jdbc.SqliteCodec;
import dev.caspian.jdbc.SqliteFailures;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.provider.ScalarType;
import dev.caspian.sql.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite 3.35 and later. */
public record SqliteDialect() implements Dialect {

    @Override
    public String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String fold(String text) {
        return "lower(" + text + ")";
    }

    @Override
    public String like(String text, String pattern) {
        return text + " LIKE " + pattern + " ESCAPE '\\'";
    }

    @Override
    public String concat(List<String> texts) {
        return String.join(" || ", texts);
    }

    // A Decimal without a fraction is stored as an integer, and integers divide to integers.
    @Override
    public String quotient(String dividend, String divisor) {
        return "CAST(" + dividend + " AS REAL) / " + divisor;
    }

    // A Decimal is bound as text, which becomes a number beside a column only.
    @Override
    public String number(String parameter) {
        return "CAST(" + parameter + " AS NUMERIC)";
    }

    // One parameter that holds a Json array, so that a list of any length has the same text.
    @Override
    public String in(String operand, boolean negated, ColumnType type) {
        return operand + (negated ? " NOT IN " : " IN ") + "(SELECT " + decoded("value", type) + " FROM json_each(?))";
    }

    @Override
    public String tupleIn(List<String> operands, List<ColumnType> types) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            parts.add(decoded("json_extract(value, '$[" + i + "]')", types.get(i)));
        }
        return "(" + String.join(", ", operands) + ") IN (SELECT " + String.join(", ", parts) + " FROM json_each(?))";
    }

    // Json has no bytes: they travel as hexadecimal digits.
    private static String decoded(String value, ColumnType type) {
        return type.type() == ScalarType.BYTES ? "unhex(" + value + ")" : value;
    }

    @Override
    public boolean bindsTuplesByColumn() {
        return false;
    }

    @Override
    public String append(String list, String elements) {
        throw new IllegalStateException("SQLite has no scalar lists");
    }

    @Override
    public String limit(@Nullable String limit, @Nullable String offset) {
        return " LIMIT " + (limit == null ? "-1" : limit) + (offset == null ? "" : " OFFSET " + offset);
    }

    @Override
    public boolean ordersNulls() {
        return true;
    }

    @Override
    public boolean nullIsSmallest() {
        return true;
    }

    @Override
    public String insertSkippingDuplicates() {
        return "";
    }

    @Override
    public String onDuplicateSkip() {
        return " ON CONFLICT DO NOTHING";
    }

    @Override
    public String onDuplicateUpdate(List<String> key) {
        return " ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET ";
    }

    @Override
    public String defaultRow() {
        return " DEFAULT VALUES";
    }

    @Override
    public int maxParameters() {
        return 32_766;
    }

    @Override
    public @Nullable String beginSnapshot() {
        return "BEGIN";
    }

    @Override
    public ValueCodec codec() {
        return new SqliteCodec();
    }

    @Override
    public FailureReader failures() {
        return new SqliteFailures();
    }
}
