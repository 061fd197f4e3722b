package dev.caspian.jdbc;

import dev.caspian.sql.ColumnType;

/** The native types whose values have a Java type of their own. */
final class NativeTypes {

    private NativeTypes() {}

    static boolean isUuid(ColumnType type) {
        return is(type, "Uuid");
    }

    static boolean isDate(ColumnType type) {
        return is(type, "Date");
    }

    static boolean isTime(ColumnType type) {
        return is(type, "Time") || is(type, "Timetz");
    }

    private static boolean is(ColumnType type, String name) {
        return type.nativeType() != null && type.nativeType().name().equals(name);
    }
}
