package dev.caspian.psl.analyse;

import dev.caspian.provider.Capability;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.schema.Index.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return Optional.of(
                key.mappedName() != null ? key.mappedName() : cut(key.model().databaseName(), "_pkey"));
    }

    /** The name of a unique, index or full-text index. */
    public String index(IndexSymbol index) {
        String given = index.mappedName();
        if (given != null) {
            return given;
        }
        return made(index.model(), index.fields(), index.kind() == Kind.UNIQUE ? "_key" : "_idx");
    }

    /** The name of a foreign key, made without columns as long as the relation does not say which hold it. */
    public String foreignKey(RelationSymbol.Inline relation) {
        return relation.forwardField()
                .flatMap(RelationFieldSymbol::mappedName)
                .orElseGet(() ->
                        made(relation.referencingModel(), relation.fields().orElse(List.of()), "_fkey"));
    }

    /** The name of the table of an implicit many-to-many relation, cut to what the database allows. */
    public String joinTable(RelationSymbol.ManyToMany relation) {
        String name = relation.tableName();
        return name.codePointCount(0, name.length()) <= traits.maximumIdentifierLength()
                ? name
                : name.substring(0, name.offsetByCodePoints(0, traits.maximumIdentifierLength()));
    }

    private String made(ModelSymbol model, List<ScalarFieldSymbol> columns, String suffix) {
        String names = columns.stream().map(ScalarFieldSymbol::databaseName).collect(Collectors.joining("_"));
        return cut(model.databaseName() + "_" + names, suffix);
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
