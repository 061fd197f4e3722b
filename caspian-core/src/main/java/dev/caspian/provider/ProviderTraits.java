package dev.caspian.provider;

import static dev.caspian.provider.Capability.AUTOINCREMENT_ON_INT;
import static dev.caspian.provider.Capability.AUTOINCREMENT_OUTSIDE_OF_ID;
import static dev.caspian.provider.Capability.AUTOINCREMENT_WITHOUT_INDEX;
import static dev.caspian.provider.Capability.CASELESS_COLUMN_NAMES;
import static dev.caspian.provider.Capability.CASELESS_TABLE_NAMES;
import static dev.caspian.provider.Capability.DECIMAL;
import static dev.caspian.provider.Capability.EXTENSIONS;
import static dev.caspian.provider.Capability.FULLTEXT_INDEXES;
import static dev.caspian.provider.Capability.FULLTEXT_SEARCH_PREVIEW;
import static dev.caspian.provider.Capability.INDEX_LENGTH;
import static dev.caspian.provider.Capability.JSON_LISTS;
import static dev.caspian.provider.Capability.LENGTH_REQUIRED_FOR_LARGE_TYPES;
import static dev.caspian.provider.Capability.NAMED_FOREIGN_KEYS;
import static dev.caspian.provider.Capability.NAMED_PRIMARY_KEYS;
import static dev.caspian.provider.Capability.NAMESPACES;
import static dev.caspian.provider.Capability.NO_ACTION_WITHOUT_FOREIGN_KEYS;
import static dev.caspian.provider.Capability.OPERATOR_CLASSES;
import static dev.caspian.provider.Capability.PARTIAL_INDEXES;
import static dev.caspian.provider.Capability.QUERIES;
import static dev.caspian.provider.Capability.SCALAR_LISTS;
import static dev.caspian.provider.Capability.SEQUENCES;
import static dev.caspian.provider.Capability.SET_DEFAULT;
import static dev.caspian.provider.Capability.SET_NULL_ON_REQUIRED;
import static dev.caspian.provider.Capability.SEVERAL_AUTOINCREMENTS;
import static dev.caspian.provider.Capability.SHARD_KEYS;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema may say with one provider, as data. Immutable.
 *
 * @param displayName the product's name, for messages
 * @param capabilities what it can do
 * @param maximumIdentifierLength the longest name of a table, column or constraint, in bytes of UTF-8
 * @param constraintScopes where names of constraints must be unique
 * @param indexAlgorithms the {@code type}s of an index
 * @param nativeTypes the types behind {@code @db.}
 * @param defaultNativeTypes the type of a column for which none is chosen; empty where there are no native types
 */
public record ProviderTraits(
        String displayName,
        Set<Capability> capabilities,
        int maximumIdentifierLength,
        Set<ConstraintScope> constraintScopes,
        Set<IndexAlgorithm> indexAlgorithms,
        List<NativeTypeDefinition> nativeTypes,
        Map<ScalarType, NativeType> defaultNativeTypes) {

    private static final ProviderTraits SQLITE = new ProviderTraits(
            "SQLite",
            EnumSet.of(
                    QUERIES,
                    DECIMAL,
                    PARTIAL_INDEXES,
                    AUTOINCREMENT_ON_INT,
                    SET_DEFAULT,
                    CASELESS_COLUMN_NAMES,
                    CASELESS_TABLE_NAMES),
            10_000,
            EnumSet.of(ConstraintScope.GLOBAL_INDEX),
            EnumSet.of(IndexAlgorithm.BTREE),
            List.of(),
            Map.of());

    private static final ProviderTraits POSTGRESQL = new ProviderTraits(
            "PostgreSQL",
            EnumSet.of(
                    QUERIES,
                    SCALAR_LISTS,
                    JSON_LISTS,
                    DECIMAL,
                    NAMED_PRIMARY_KEYS,
                    NAMED_FOREIGN_KEYS,
                    PARTIAL_INDEXES,
                    NAMESPACES,
                    EXTENSIONS,
                    AUTOINCREMENT_OUTSIDE_OF_ID,
                    AUTOINCREMENT_WITHOUT_INDEX,
                    SEVERAL_AUTOINCREMENTS,
                    AUTOINCREMENT_ON_INT,
                    SET_DEFAULT,
                    SET_NULL_ON_REQUIRED,
                    FULLTEXT_SEARCH_PREVIEW,
                    OPERATOR_CLASSES),
            63,
            EnumSet.of(ConstraintScope.GLOBAL_PRIMARY_KEY_AND_INDEX, ConstraintScope.TABLE_ALL),
            EnumSet.allOf(IndexAlgorithm.class),
            NativeTypes.POSTGRESQL,
            NativeTypes.POSTGRESQL_DEFAULTS);

    private static final ProviderTraits MYSQL = new ProviderTraits(
            "MySQL",
            EnumSet.of(
                    DECIMAL,
                    NAMED_FOREIGN_KEYS,
                    INDEX_LENGTH,
                    FULLTEXT_INDEXES,
                    AUTOINCREMENT_OUTSIDE_OF_ID,
                    AUTOINCREMENT_ON_INT,
                    SHARD_KEYS,
                    NO_ACTION_WITHOUT_FOREIGN_KEYS,
                    LENGTH_REQUIRED_FOR_LARGE_TYPES,
                    CASELESS_COLUMN_NAMES),
            64,
            EnumSet.of(ConstraintScope.GLOBAL_FOREIGN_KEY, ConstraintScope.TABLE_INDEX),
            EnumSet.of(IndexAlgorithm.BTREE),
            NativeTypes.MYSQL,
            NativeTypes.MYSQL_DEFAULTS);

    private static final ProviderTraits COCKROACHDB = new ProviderTraits(
            "CockroachDB",
            EnumSet.of(
                    QUERIES,
                    SCALAR_LISTS,
                    DECIMAL,
                    NAMED_PRIMARY_KEYS,
                    NAMED_FOREIGN_KEYS,
                    PARTIAL_INDEXES,
                    NAMESPACES,
                    AUTOINCREMENT_OUTSIDE_OF_ID,
                    AUTOINCREMENT_WITHOUT_INDEX,
                    SEVERAL_AUTOINCREMENTS,
                    SEQUENCES,
                    NO_ACTION_WITHOUT_FOREIGN_KEYS,
                    SET_DEFAULT),
            63,
            EnumSet.of(ConstraintScope.TABLE_ALL),
            EnumSet.of(IndexAlgorithm.BTREE, IndexAlgorithm.GIN),
            NativeTypes.COCKROACHDB,
            NativeTypes.COCKROACHDB_DEFAULTS);

    /** For a schema without a datasource: what every database can do. */
    private static final ProviderTraits UNKNOWN = new ProviderTraits(
            "a schema without datasource",
            EnumSet.of(AUTOINCREMENT_ON_INT, SET_DEFAULT, NO_ACTION_WITHOUT_FOREIGN_KEYS),
            Integer.MAX_VALUE,
            EnumSet.noneOf(ConstraintScope.class),
            EnumSet.of(IndexAlgorithm.BTREE),
            List.of(),
            Map.of());

    public ProviderTraits {
        capabilities = Set.copyOf(capabilities);
        constraintScopes = Set.copyOf(constraintScopes);
        indexAlgorithms = Set.copyOf(indexAlgorithms);
        nativeTypes = List.copyOf(nativeTypes);
        defaultNativeTypes = Map.copyOf(defaultNativeTypes);
    }

    /** The traits of {@code provider}, or of a schema without a datasource for null. */
    public static ProviderTraits of(@Nullable Provider provider) {
        if (provider == null) {
            return UNKNOWN;
        }
        return switch (provider) {
            case SQLITE -> SQLITE;
            case POSTGRESQL -> POSTGRESQL;
            case MYSQL -> MYSQL;
            case COCKROACHDB -> COCKROACHDB;
        };
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** The native type of this name. */
    public Optional<NativeTypeDefinition> nativeType(String name) {
        return nativeTypes.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The type of a column of this scalar type for which none is chosen. Empty where there are no native types. */
    public Optional<NativeType> defaultNativeType(ScalarType type) {
        return Optional.ofNullable(defaultNativeTypes.get(type));
    }
}
