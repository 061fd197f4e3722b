package dev.caspian.migrate.diff;

import dev.caspian.database.Column;

/**
 * What differs between a column as it is and as it shall be.
 *
 * @param previous the column as it is
 * @param next the column as it shall be
 * @param cast whether the type differs, and what that does to the values
 * @param defaultValue whether the default differs
 * @param autoincrement whether it starts or stops counting by itself
 */
public record ColumnChange(Column previous, Column next, CastRisk cast, boolean defaultValue, boolean autoincrement) {

    /** Whether the column's type differs. */
    public boolean type() {
        return cast != CastRisk.NONE;
    }

    /** Whether it becomes nullable, required, or an array. */
    public boolean arity() {
        return previous.arity() != next.arity();
    }

    /** Whether a nullable column or an array becomes required. */
    public boolean becomesRequired() {
        return arity() && next.isRequired();
    }

    /** Whether anything differs. */
    public boolean isChanged() {
        return type() || arity() || defaultValue || autoincrement;
    }
}
