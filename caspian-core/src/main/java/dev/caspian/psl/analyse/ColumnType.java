package dev.caspian.psl.analyse;

import dev.caspian.provider.ScalarType;

/** What one value of a {@link ScalarFieldSymbol} is. */
public sealed interface ColumnType {

    record Scalar(ScalarType type) implements ColumnType {}

    record Enumerated(EnumSymbol type) implements ColumnType {}

    record Composite(CompositeSymbol type) implements ColumnType {}

    record Unsupported(String databaseType) implements ColumnType {}
}
