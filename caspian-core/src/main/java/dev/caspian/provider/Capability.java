package dev.caspian.provider;

/** Something in a schema that only some databases can do. */
public enum Capability {
    /** The client runs queries on it. */
    QUERIES,
    /** Columns that hold several values: {@code String[]}. */
    SCALAR_LISTS,
    /** {@code Json[]}. */
    JSON_LISTS,
    DECIMAL,
    /** Primary keys whose constraint has a name. */
    NAMED_PRIMARY_KEYS,
    /** Foreign keys whose constraint has a name that the schema can set. */
    NAMED_FOREIGN_KEYS,
    /** Indexes on the first characters or bytes of a column. */
    INDEX_LENGTH,
    /** {@code @@fulltext}. */
    FULLTEXT_INDEXES,
    /** Indexes with a {@code where}. */
    PARTIAL_INDEXES,
    /** Several database schemas in one database: {@code @@schema}. */
    NAMESPACES,
    /** Extensions in the datasource. */
    EXTENSIONS,
    /** {@code autoincrement()} on a column that is not the primary key. */
    AUTOINCREMENT_OUTSIDE_OF_ID,
    /** {@code autoincrement()} on a column without an index. */
    AUTOINCREMENT_WITHOUT_INDEX,
    /** {@code autoincrement()} on several columns of a table. */
    SEVERAL_AUTOINCREMENTS,
    /** {@code autoincrement()} on an {@code Int}, and not only on a {@code BigInt}. */
    AUTOINCREMENT_ON_INT,
    /** {@code @default(sequence(…))}. */
    SEQUENCES,
    /** The preview feature {@code fullTextSearchPostgres}. */
    FULLTEXT_SEARCH_PREVIEW,
    /** {@code @shardKey}. */
    SHARD_KEYS,
    /** {@code NoAction} where relations have no foreign keys. */
    NO_ACTION_WITHOUT_FOREIGN_KEYS,
    /** {@code SetDefault} does what it says. */
    SET_DEFAULT,
    /** Accepts a foreign key with {@code SetNull} on a required column, though it fails when it is needed. */
    SET_NULL_ON_REQUIRED,
    /** Operator classes, and index algorithms that depend on them. */
    OPERATOR_CLASSES,
    /** Types that an index cannot hold as a whole. */
    LENGTH_REQUIRED_FOR_LARGE_TYPES,
    /** Two columns of a table cannot differ by upper and lower case only. */
    CASELESS_COLUMN_NAMES,
    /** Two tables cannot differ by upper and lower case only. */
    CASELESS_TABLE_NAMES
}
