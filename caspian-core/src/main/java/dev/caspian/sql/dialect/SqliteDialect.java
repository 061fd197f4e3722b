package dev.caspian.sql.dialect;

import dev.caspian.jdbc.FailureReader;
import dev.caspian.jdbc.OwnFunctions;
import dev.caspian.jdbc.SqliteCalculation;
import dev.caspian.jdbc.SqliteCodec;
import dev.caspian.jdbc.SqliteFailures;
import dev.caspian.jdbc.SqliteFunctions;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.provider.ScalarType;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** SQLite 3.35 and later. */
public record SqliteDialect() implements Dialect {

    @Override
    public String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String fold(String text) {
        return SqliteFunctions.FOLD + "(" + text + ")";
    }

    // LIKE would disregard the case of ASCII, and only of ASCII. GLOB does not, and finds the start in an index.
    @Override
    public Expression.Match.Pattern pattern(Expression.Match.Position position) {
        return position == Expression.Match.Position.ANYWHERE
                ? Expression.Match.Pattern.TEXT
                : Expression.Match.Pattern.GLOB;
    }

    @Override
    public String match(String text, Expression.Match.Position position, String pattern) {
        return position == Expression.Match.Position.ANYWHERE
                ? "instr(" + text + ", " + pattern + ") > 0"
                : text + " GLOB " + pattern;
    }

    @Override
    public String matchExpression(String text, Expression.Match.Position position, String part) {
        return switch (position) {
            case ANYWHERE -> "instr(" + text + ", " + part + ") > 0";
            case START -> "substr(" + text + ", 1, length(" + part + ")) = " + part;
            case END -> "substr(" + text + ", length(" + text + ") - length(" + part + ") + 1) = " + part;
        };
    }

    // SQLite goes over to floating-point numbers where a result is too large, and to NULL where there is none.
    @Override
    public String calculation(
            String left, Expression.Arithmetic.Operation operation, Supplier<String> right, ColumnType type) {
        // In the order of the parameters.
        return switch (type.type()) {
            case INT ->
                "CASE WHEN typeof(" + left + ") = 'integer' AND " + simple(left, operation, right)
                        + " BETWEEN -2147483648 AND 2147483647 THEN " + simple(left, operation, right) + " ELSE "
                        + exact(left, operation, right, type) + " END";
            case BIG_INT ->
                "CASE WHEN typeof(" + simple(left, operation, right) + ") = 'integer' THEN "
                        + simple(left, operation, right) + " ELSE " + exact(left, operation, right, type) + " END";
            default -> exact(left, operation, right, type);
        };
    }

    /** Right where the result is a whole number that fits; faster, as SQLite calls nobody for it. */
    private static String simple(String left, Expression.Arithmetic.Operation operation, Supplier<String> right) {
        return left + " " + operation.sql() + " " + right.get();
    }

    private static String exact(
            String left, Expression.Arithmetic.Operation operation, Supplier<String> right, ColumnType type) {
        return SqliteCalculation.name(type.type()) + "(" + left + ", '" + operation.sql() + "', " + right.get() + ")";
    }

    @Override
    public String decimalAggregate(String function, String operand) {
        String name = function.equals("SUM") ? SqliteFunctions.SUM : SqliteFunctions.AVG;
        return name + "(" + operand + ") COLLATE " + SqliteFunctions.DECIMAL;
    }

    @Override
    public String decimal(String parameter) {
        return "CAST(" + parameter + " AS TEXT)";
    }

    // One parameter that holds a Json array, so that a list of any length has the same text.
    @Override
    public String in(String operand, boolean negated, boolean ignoreCase, ColumnType type) {
        String value = compared(decoded("value", type), ignoreCase, type);
        return compared(operand, ignoreCase, type)
                + (negated ? " NOT IN " : " IN ")
                + "(SELECT " + value + " FROM json_each(?))";
    }

    @Override
    public String tupleIn(List<String> operands, List<ColumnType> types) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            parts.add(decoded("json_extract(value, '$[" + i + "]')", types.get(i)));
        }
        return "(" + String.join(", ", operands) + ") IN (SELECT " + String.join(", ", parts) + " FROM json_each(?))";
    }

    private String compared(String value, boolean ignoreCase, ColumnType type) {
        String comparable = type.type() == ScalarType.JSON ? jsonComparable(value, false) : value;
        return ignoreCase ? fold(comparable) : comparable;
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
    public boolean bindsJsonPathsAsLists() {
        return false;
    }

    @Override
    public String jsonAt(String document, int paths) {
        String place = "(" + document + " -> ?)";
        return paths == 1 ? place : "coalesce(" + String.join(", ", Collections.nCopies(paths, place)) + ")";
    }

    @Override
    public String jsonComparable(String value, boolean text) {
        return SqliteFunctions.JSON + "(" + value + ")";
    }

    @Override
    public String jsonNumber(String value, boolean stored) {
        return stored ? "(" + value + " ->> '$')" : "CAST(" + value + " AS NUMERIC)";
    }

    @Override
    public String jsonText(String value) {
        return "(" + value + " ->> '$')";
    }

    @Override
    public String jsonElement(String array, boolean last) {
        return "(" + array + " -> " + (last ? "'$[#-1]')" : "'$[0]')");
    }

    @Override
    public String jsonContains(String array, String part) {
        return SqliteFunctions.JSON_CONTAINS + "(" + array + ", " + part + ")";
    }

    @Override
    public String jsonHasType(String value, Expression.JsonHasType.Type type) {
        return "json_type(" + value + ")"
                + switch (type) {
                    case STRING -> " = 'text'";
                    case NUMBER -> " IN ('integer', 'real')";
                    case ARRAY -> " = 'array'";
                };
    }

    @Override
    public String listContains(String list, String elements) {
        throw noLists();
    }

    @Override
    public String listOverlaps(String list, String elements) {
        throw noLists();
    }

    @Override
    public String listIsEmpty(String list, boolean negated) {
        throw noLists();
    }

    @Override
    public String append(String list, String elements) {
        throw noLists();
    }

    private static IllegalStateException noLists() {
        return new IllegalStateException("SQLite has no scalar lists");
    }

    @Override
    public String limit(@Nullable String limit, @Nullable String offset) {
        return " LIMIT " + (limit == null ? "-1" : limit) + (offset == null ? "" : " OFFSET " + offset);
    }

    // A transaction that writes is alone from its beginning.
    @Override
    public String lock(Select.Lock purpose) {
        return "";
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
    public boolean insertsLists() {
        return false;
    }

    @Override
    public String listedRows(List<ColumnType> types) {
        throw new IllegalStateException("SQLite has no rows of lists");
    }

    @Override
    public int rowsOfAnInsert() {
        // There is no way to a server, and a short statement is prepared once.
        return 20;
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
    public OwnFunctions ownFunctions() {
        return new SqliteFunctions();
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
