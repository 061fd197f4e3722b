package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.ValueDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An enum. Compared by identity. */
public final class EnumSymbol {

    private final Block syntax;
    private final IdentityHashMap<ValueDeclaration, String> mappedValues = new IdentityHashMap<>();
    private @Nullable String mappedName;
    private @Nullable Name namespace;

    EnumSymbol(Block syntax) {
        this.syntax = syntax;
    }

    void mappedName(String mappedName) {
        this.mappedName = mappedName;
    }

    void mappedValue(ValueDeclaration value, String mappedName) {
        mappedValues.put(value, mappedName);
    }

    void namespace(Name namespace) {
        this.namespace = namespace;
    }

    public Block syntax() {
        return syntax;
    }

    public String name() {
        return syntax.name().text();
    }

    public List<ValueDeclaration> values() {
        return syntax.values();
    }

    public boolean hasValue(String name) {
        return values().stream().anyMatch(value -> value.name().text().equals(name));
    }

    public Optional<String> mappedName() {
        return Optional.ofNullable(mappedName);
    }

    /** The type's name in the database. */
    public String databaseName() {
        return mappedName == null ? name() : mappedName;
    }

    /** What is stored for {@code value}. */
    public String databaseName(ValueDeclaration value) {
        return mappedValues.getOrDefault(value, value.name().text());
    }

    /** What {@code @@schema} says, where it stands. */
    public Optional<Name> namespace() {
        return Optional.ofNullable(namespace);
    }

    @Override
    public String toString() {
        return name();
    }
}
