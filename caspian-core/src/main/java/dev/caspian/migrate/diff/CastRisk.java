package dev.caspian.migrate.diff;

/** What happens to the values of a column whose type changes. */
public enum CastRisk {
    /** The type stays the same. */
    NONE,
    /** Every value can be kept. */
    SAFE,
    /** Some values may be cut, or stop the migration. */
    RISKY,
    /** The database has no cast: the column is dropped and created again. */
    NOT_CASTABLE
}
