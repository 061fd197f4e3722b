package dev.caspian.provider;

/** Where the name of a constraint or index must occur only once. */
public enum ConstraintScope {
    /** Indexes and uniques, in the whole database schema. */
    GLOBAL_INDEX("for indexes and unique constraints in the whole database"),
    /** Foreign keys, in the whole database schema. */
    GLOBAL_FOREIGN_KEY("for foreign keys in the whole database"),
    /** Primary keys, indexes and uniques, in the whole database schema. */
    GLOBAL_PRIMARY_KEY_AND_INDEX("for primary keys, indexes and unique constraints in the whole database"),
    /** Indexes and uniques, in one table. */
    TABLE_INDEX("for indexes and unique constraints of the model"),
    /** Primary key, indexes, uniques and foreign keys, in one table. */
    TABLE_ALL("for primary key, indexes, unique constraints and foreign keys of the model");

    private final String description;

    ConstraintScope(String description) {
        this.description = description;
    }

    /** What has to have different names, for messages. */
    public String description() {
        return description;
    }
}
