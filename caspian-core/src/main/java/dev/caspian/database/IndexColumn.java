package dev.caspian.database;

import dev.caspian.schema.SortOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of an index.
 *
 * @param name the column's name
 * @param order as the index spells it out, or null if it does not; it is ascending then
 * @param length how many characters or bytes of it are indexed, or null for all
 * @param operatorClass as SQL writes it, or null for the default one
 * @param defaultClass the operator class that null would stand for, where that is known
 */
public record IndexColumn(
        String name,
        @Nullable SortOrder order,
        @Nullable Integer length,
        @Nullable String operatorClass,
        @Nullable String defaultClass) {

    /** A column of a live database, which does not tell whether an ascending order was spelled out. */
    public IndexColumn(String name, boolean descending, @Nullable Integer length, @Nullable String operatorClass) {
        this(name, descending ? SortOrder.DESC : null, length, operatorClass, null);
    }

    /** A whole column in ascending order. */
    public static IndexColumn of(String name) {
        return new IndexColumn(name, false, null, null);
    }

    /** Whether both have the same operators, named or by default. */
    public boolean hasOperatorsOf(IndexColumn other) {
        return Objects.equals(operatorClass, other.operatorClass)
                || (hasDefaultOperators() && other.hasDefaultOperators())
                || (operatorClass == null && Objects.equals(defaultClass, other.operatorClass))
                || (other.operatorClass == null && Objects.equals(operatorClass, other.defaultClass));
    }

    private boolean hasDefaultOperators() {
        return operatorClass == null || operatorClass.equals(defaultClass);
    }

    public boolean descending() {
        return order == SortOrder.DESC;
    }
}
