package dev.caspian.migrate;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.provider.NativeType;
import dev.caspian.schema.Arity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Rows for every table of a state, as {@code INSERT} statements: the values of a column differ from row to row, and a
 * foreign key holds what it refers to in the row of the same number.
 *
 * @param state the tables
 * @param mayBeNull whether a nullable column holds NULL in one of the rows
 */
record SampleRows(DatabaseState state, BiPredicate<Table, Column> mayBeNull) {

    static final int ROWS = 2;

    /** What is referred to comes first. */
    List<String> inOrder() {
        List<String> statements = new ArrayList<>();
        Set<QualifiedName> done = new HashSet<>();
        state.tables().forEach(table -> add(table, done, statements));
        return statements;
    }

    private void add(Table table, Set<QualifiedName> done, List<String> statements) {
        if (done.add(table.name())) {
            table.foreignKeys()
                    .forEach(key -> add(state.table(key.referencedTable()).orElseThrow(), done, statements));
            for (int row = 1; row <= ROWS; row++) {
                statements.add(insert(table, row));
            }
        }
    }

    private String insert(Table table, int row) {
        String names = table.columns().stream()
                .map(column -> "\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
        String values = table.columns().stream()
                .map(column -> value(table, column, row))
                .collect(Collectors.joining(", "));
        return "INSERT INTO \"" + table.name().name() + "\" (" + names + ") VALUES (" + values + ")";
    }

    private String value(Table table, Column column, int row) {
        if (row == ROWS && column.arity() == Arity.OPTIONAL && mayBeNull.test(table, column)) {
            return "NULL";
        }
        for (ForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(column.name());
            if (place >= 0) {
                Table target = state.table(key.referencedTable()).orElseThrow();
                Column referenced =
                        target.column(key.referencedColumns().get(place)).orElseThrow();
                return value(target, referenced, row);
            }
        }
        String element = element(column.type(), row);
        return column.isList() ? "'{" + element.replace("'", "") + "}'" : element;
    }

    private static String element(ColumnType type, int row) {
        if (type instanceof ColumnType.Enumerated enumerated) {
            return "'" + enumerated.definition().values().get(row - 1) + "'";
        }
        ColumnType.Scalar scalar = (ColumnType.Scalar) type;
        NativeType nativeType = scalar.nativeType();
        String name = nativeType == null ? "" : nativeType.name();
        return switch (scalar.family()) {
            case STRING -> "'" + text(name, row) + "'";
            case INT, BIG_INT -> String.valueOf(row);
            case FLOAT, DECIMAL -> row + ".25";
            case BOOLEAN -> row % 2 == 0 ? "true" : "false";
            case DATE_TIME -> "'2024-01-0" + row + (name.equals("Date") ? "'" : " 03:04:05'");
            case JSON -> "'{\"n\": " + row + "}'";
            case BYTES -> nativeType == null ? "X'0" + row + "'" : "'\\x0" + row + "'";
        };
    }

    private static String text(String nativeType, int row) {
        return switch (nativeType) {
            case "Uuid" -> "00000000-0000-0000-0000-00000000000" + row;
            case "Inet" -> "10.0.0." + row;
            case "Char" -> "ab" + row;
            default -> "text" + row;
        };
    }
}
