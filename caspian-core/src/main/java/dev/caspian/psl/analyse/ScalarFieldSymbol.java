package dev.caspian.psl.analyse;

import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.FieldDeclaration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field that is a column. Compared by identity. */
public final class ScalarFieldSymbol implements FieldSymbol {

    private final ModelSymbol model;
    private final FieldDeclaration syntax;
    private final ColumnType type;
    private @Nullable String mappedName;
    private boolean ignored;
    private boolean updatedAt;
    private @Nullable DefaultSymbol defaultValue;
    private @Nullable NativeTypeUse nativeType;

    ScalarFieldSymbol(ModelSymbol model, FieldDeclaration syntax, ColumnType type) {
        this.model = model;
        this.syntax = syntax;
        this.type = type;
    }

    void mappedName(String mappedName) {
        this.mappedName = mappedName;
    }

    void ignore() {
        ignored = true;
    }

    void updatedAt() {
        updatedAt = true;
    }

    void defaultValue(DefaultSymbol defaultValue) {
        this.defaultValue = defaultValue;
    }

    void nativeType(NativeTypeUse nativeType) {
        this.nativeType = nativeType;
    }

    @Override
    public ModelSymbol model() {
        return model;
    }

    @Override
    public FieldDeclaration syntax() {
        return syntax;
    }

    @Override
    public boolean isIgnored() {
        return ignored;
    }

    public ColumnType type() {
        return type;
    }

    /** The scalar type of the language, unless it is an enum, composite or unsupported type. */
    public Optional<ScalarType> scalarType() {
        return type instanceof ColumnType.Scalar scalar ? Optional.of(scalar.type()) : Optional.empty();
    }

    public boolean is(ScalarType expected) {
        return type instanceof ColumnType.Scalar scalar && scalar.type() == expected;
    }

    public Optional<String> mappedName() {
        return Optional.ofNullable(mappedName);
    }

    /** The column's name. */
    public String databaseName() {
        return mappedName == null ? name() : mappedName;
    }

    public boolean isUpdatedAt() {
        return updatedAt;
    }

    public Optional<DefaultSymbol> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    public Optional<NativeTypeUse> nativeType() {
        return Optional.ofNullable(nativeType);
    }

    public boolean isAutoincrement() {
        return defaultValue != null && defaultValue.isFunction("autoincrement");
    }

    @Override
    public String toString() {
        return model.name() + "." + name();
    }
}
