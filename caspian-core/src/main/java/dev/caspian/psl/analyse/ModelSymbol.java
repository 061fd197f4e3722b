package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model or view. Compared by identity. */
public final class ModelSymbol {

    private final Block syntax;
    private final List<FieldSymbol> fields = new ArrayList<>();
    private final List<ScalarFieldSymbol> scalarFields = new ArrayList<>();
    private final List<RelationFieldSymbol> relationFields = new ArrayList<>();
    private final Map<String, FieldSymbol> fieldsByName = new HashMap<>();
    private final Set<String> declaredNames = new HashSet<>();
    private final List<IndexSymbol> indexes = new ArrayList<>();
    private @Nullable IndexSymbol primaryKey;
    private @Nullable String mappedName;
    private @Nullable Name namespace;
    private boolean ignored;
    private @Nullable ShardKey shardKey;

    ModelSymbol(Block syntax) {
        this.syntax = syntax;
    }

    void add(FieldSymbol field) {
        fields.add(field);
        fieldsByName.put(field.name(), field);
        if (field instanceof ScalarFieldSymbol scalar) {
            scalarFields.add(scalar);
        } else if (field instanceof RelationFieldSymbol relation) {
            relationFields.add(relation);
        }
    }

    /** Notes a field, whether or not its type turns out to be known. */
    void declare(String field) {
        declaredNames.add(field);
    }

    void add(IndexSymbol index) {
        indexes.add(index);
    }

    void primaryKey(IndexSymbol primaryKey) {
        this.primaryKey = primaryKey;
    }

    void mappedName(String mappedName) {
        this.mappedName = mappedName;
    }

    void namespace(Name namespace) {
        this.namespace = namespace;
    }

    void ignore() {
        ignored = true;
    }

    void shardKey(ShardKey shardKey) {
        this.shardKey = shardKey;
    }

    public Block syntax() {
        return syntax;
    }

    public String name() {
        return syntax.name().text();
    }

    public boolean isView() {
        return syntax.keyword() == Block.Keyword.VIEW;
    }

    /** {@code model} or {@code view}, for messages. */
    public String keyword() {
        return syntax.keyword().text();
    }

    public List<FieldSymbol> fields() {
        return fields;
    }

    public List<ScalarFieldSymbol> scalarFields() {
        return scalarFields;
    }

    public List<RelationFieldSymbol> relationFields() {
        return relationFields;
    }

    public Optional<FieldSymbol> field(String name) {
        return Optional.ofNullable(fieldsByName.get(name));
    }

    /** Whether there is a field of this name, be its type unknown. */
    public boolean declares(String field) {
        return declaredNames.contains(field);
    }

    /** Uniques, indexes and full-text indexes: those on fields first, then {@code @@index}, {@code @@unique}, {@code @@fulltext}. */
    public List<IndexSymbol> indexes() {
        return indexes;
    }

    public Optional<IndexSymbol> primaryKey() {
        return Optional.ofNullable(primaryKey);
    }

    /** What can tell one record from all others: the primary key first, then the uniques. */
    public List<IndexSymbol> uniqueCriteria() {
        return Stream.concat(Stream.ofNullable(primaryKey), indexes.stream().filter(IndexSymbol::isUnique))
                .toList();
    }

    public Optional<String> mappedName() {
        return Optional.ofNullable(mappedName);
    }

    /** The table's name. */
    public String databaseName() {
        return mappedName == null ? name() : mappedName;
    }

    /** What {@code @@schema} says, where it stands. */
    public Optional<Name> namespace() {
        return Optional.ofNullable(namespace);
    }

    public boolean isIgnored() {
        return ignored;
    }

    public Optional<ShardKey> shardKey() {
        return Optional.ofNullable(shardKey);
    }

    @Override
    public String toString() {
        return name();
    }
}
