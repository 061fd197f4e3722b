package dev.caspian.sql.dialect;

import dev.caspian.jdbc.FailureReader;
import dev.caspian.jdbc.PostgresqlCodec;
import dev.caspian.jdbc.PostgresqlFailures;
import dev.caspian.jdbc.PostgresqlFolding;
import dev.caspian.jdbc.PostgresqlTypes;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Select;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 12 and later, and CockroachDB.
 *
 * @param folding how the database takes the case from text
 */
public record PostgresqlDialect(PostgresqlFolding folding) implements Dialect {

    @Override
    public String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String fold(String text) {
        return folding.fold(text);
    }

    @Override
    public Expression.Match.Pattern pattern(Expression.Match.Position position) {
        return Expression.Match.Pattern.LIKE;
    }

    @Override
    public String match(String text, Expression.Match.Position position, String pattern) {
        return text + " LIKE " + pattern;
    }

    @Override
    public String matchExpression(String text, Expression.Match.Position position, String part) {
        return switch (position) {
            case ANYWHERE -> "position(" + part + " IN " + text + ") > 0";
            case START -> "left(" + text + ", length(" + part + ")) = " + part;
            case END -> "right(" + text + ", length(" + part + ")) = " + part;
        };
    }

    @Override
    public String calculation(
            String left, Expression.Arithmetic.Operation operation, Supplier<String> right, ColumnType type) {
        return left + " " + operation.sql() + " " + right.get();
    }

    @Override
    public String decimalAggregate(String function, String operand) {
        return function + "(" + operand + ")";
    }

    @Override
    public String decimal(String parameter) {
        return parameter;
    }

    @Override
    public String in(String operand, boolean negated, boolean ignoreCase, ColumnType type) {
        String list = ignoreCase ? "(SELECT " + fold("v") + " FROM unnest(?::text[]) AS l(v))" : "(?)";
        return (ignoreCase ? fold(operand) : operand) + (negated ? " <> ALL" : " = ANY") + list;
    }

    @Override
    public String tupleIn(List<String> operands, List<ColumnType> types) {
        return "(" + String.join(", ", operands) + ") IN (" + listedRows(types) + ")";
    }

    @Override
    public String listedRows(List<ColumnType> types) {
        String lists = String.join(
                ", ",
                types.stream()
                        .map(type -> "?::" + PostgresqlTypes.name(type) + "[]")
                        .toList());
        return "SELECT * FROM unnest(" + lists + ")";
    }

    @Override
    public boolean bindsTuplesByColumn() {
        return true;
    }

    @Override
    public boolean bindsJsonPathsAsLists() {
        return true;
    }

    @Override
    public String jsonAt(String document, int paths) {
        return "(" + document + "::jsonb #> ?::text[])";
    }

    @Override
    public String jsonComparable(String value, boolean text) {
        return value + (text ? "::jsonb::text" : "::jsonb");
    }

    @Override
    public String jsonNumber(String value, boolean stored) {
        return value + "::jsonb";
    }

    @Override
    public String jsonText(String value) {
        return "(" + value + " #>> '{}')";
    }

    @Override
    public String jsonElement(String array, boolean last) {
        return "(" + array + " -> " + (last ? "-1)" : "0)");
    }

    @Override
    public String jsonContains(String array, String part) {
        // A list and a value make a list: so that an object is sought as an element, and an array as all its elements.
        return array + " @> ('[]'::jsonb || " + part + "::jsonb)";
    }

    @Override
    public String jsonHasType(String value, Expression.JsonHasType.Type type) {
        return "jsonb_typeof(" + value + ") = '" + type.name().toLowerCase(Locale.ROOT) + "'";
    }

    @Override
    public String listContains(String list, String elements) {
        return list + " @> " + elements;
    }

    @Override
    public String listOverlaps(String list, String elements) {
        return list + " && " + elements;
    }

    @Override
    public String listIsEmpty(String list, boolean negated) {
        return list + (negated ? " <> '{}'" : " = '{}'");
    }

    @Override
    public String append(String list, String elements) {
        return "array_cat(" + list + ", " + elements + ")";
    }

    @Override
    public String limit(@Nullable String limit, @Nullable String offset) {
        return (limit == null ? "" : " LIMIT " + limit) + (offset == null ? "" : " OFFSET " + offset);
    }

    // An update lets others refer to the row meanwhile, as PostgreSQL's own UPDATE does.
    @Override
    public String lock(Select.Lock purpose) {
        return switch (purpose) {
            case UPDATE -> " FOR NO KEY UPDATE";
            case DELETE -> " FOR UPDATE";
        };
    }

    @Override
    public boolean ordersNulls() {
        return true;
    }

    @Override
    public boolean nullIsSmallest() {
        return false;
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

    // The server parses and plans each parameter of a row, but a list only once.
    @Override
    public boolean insertsLists() {
        return true;
    }

    @Override
    public int rowsOfAnInsert() {
        // Each statement is a way to the server and back.
        return 1_024;
    }

    @Override
    public int maxParameters() {
        return 65_535;
    }

    // A transaction would cost a round trip more than it is worth.
    @Override
    public @Nullable String beginSnapshot() {
        return null;
    }

    @Override
    public ValueCodec codec() {
        return new PostgresqlCodec();
    }

    @Override
    public FailureReader failures() {
        return new PostgresqlFailures();
    }
}
