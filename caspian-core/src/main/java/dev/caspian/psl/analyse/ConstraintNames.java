package dev.caspian.psl.analyse;

import dev.caspian.provider.Capability;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.schema.Index.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The names of constraints and indexes in the database: those given with {@code map}, or those that Prisma makes from the
 * names of the table and its columns.
 *
 * @see <a href="https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping">Prisma's default naming
 *     conventions</a>
 */
public final class ConstraintNames {

    private final ProviderTraits traits;

    public ConstraintNames(ProviderTraits traits) {
        this.traits = traits;
    }

    /** The name of a primary key; empty where the database leaves it unnamed. */
    public Optional<String> primaryKey(IndexSymbol key) {
        if (!traits.can(Capability.NAMED_PRIMARY_KEYS)) {
            return Optional.empty();
        }
        String given = key.mappedName();
        return Optional.of(given != null ? given : madeForPrimaryKey(key.model().databaseName()));
    }

    /** The name that a primary key gets without {@code map}. */
    public String madeForPrimaryKey(String table) {
        return cut(table, "_pkey");
    }

    /** The name of a unique, index or full-text index. */
    public String index(IndexSymbol index) {
        String given = index.mappedName();
        if (given != null) {
            return given;
        }
        return madeForIndex(index.model().databaseName(), databaseNames(index.fields()), index.kind() == Kind.UNIQUE);
    }

    /** The name that a unique, index or full-text index gets without {@code map}. */
    public String madeForIndex(String table, List<String> columns, boolean unique) {
        return made(table, columns, unique ? "_key" : "_idx");
    }

    /** The name of a foreign key, made without columns as long as the relation does not say which hold it. */
    public String foreignKey(RelationSymbol.Inline relation) {
        return relation.forwardField()
                .flatMap(RelationFieldSymbol::mappedName)
                .orElseGet(() -> madeForForeignKey(
                        relation.referencingModel().databaseName(),
                        databaseNames(relation.fields().orElse(List.of()))));
    }

    /** The name that a foreign key gets without {@code map}. */
    public String madeForForeignKey(String table, List<String> columns) {
        return made(table, columns, "_fkey");
    }

    /** The name of the table of an implicit many-to-many relation, cut to what the database allows. */
    public String joinTable(RelationSymbol.ManyToMany relation) {
        String name = relation.tableName();
        return name.codePointCount(0, name.length()) <= traits.maximumIdentifierLength()
                ? name
                : name.substring(0, name.offsetByCodePoints(0, traits.maximumIdentifierLength()));
    }

    /**
     * The name of a key or an index on the table of an implicit many-to-many relation.
     *
     * @param part what it is and on which columns, for example {@code AB_pkey}
     */
    public String madeForJoinTable(String table, String part) {
        return cut(table, "_" + part);
    }

    private static List<String> databaseNames(List<ScalarFieldSymbol> fields) {
        return fields.stream().map(ScalarFieldSymbol::databaseName).toList();
    }

    private String made(String table, List<String> columns, String suffix) {
        return cut(table + "_" + String.join("_", columns), suffix);
    }

    /** Cuts {@code name} so that it fits with the suffix, in bytes, and never through a character. */
    private String cut(String name, String suffix) {
        int limit = traits.maximumIdentifierLength() - suffix.length();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < limit) {
            return name + suffix;
        }
        int end = limit;
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + suffix;
    }
}
