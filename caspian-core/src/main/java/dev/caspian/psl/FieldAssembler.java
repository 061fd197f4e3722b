package dev.caspian.psl;

import dev.caspian.provider.NativeType;
import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.NativeTypeUse;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the fields of the datamodel. */
final class FieldAssembler {

    private final Map<String, EnumType> enums;

    FieldAssembler(List<EnumType> enums) {
        this.enums = enums.stream().collect(Collectors.toMap(EnumType::name, Function.identity()));
    }

    ScalarField scalar(ScalarFieldSymbol symbol) {
        return new ScalarField(
                symbol.name(),
                symbol.databaseName(),
                type(symbol),
                symbol.arity(),
                symbol.defaultValue()
                        .map(value -> DefaultAssembler.assemble(value, symbol.type()))
                        .orElse(null),
                symbol.isUpdatedAt(),
                symbol.isIgnored(),
                symbol.syntax().documentation());
    }

    static RelationField relation(RelationFieldSymbol symbol) {
        return new RelationField(
                symbol.name(),
                symbol.target().name(),
                symbol.arity(),
                symbol.isIgnored(),
                symbol.syntax().documentation());
    }

    private FieldType type(ScalarFieldSymbol symbol) {
        ColumnType type = symbol.type();
        if (type instanceof ColumnType.Scalar scalar) {
            return new FieldType.Scalar(
                    scalar.type(),
                    symbol.nativeType().map(FieldAssembler::nativeType).orElse(null));
        } else if (type instanceof ColumnType.Unsupported unsupported) {
            return new FieldType.Unsupported(unsupported.databaseType());
        } else if (type instanceof ColumnType.Enumerated enumerated) {
            EnumType known = enums.get(enumerated.type().name());
            if (known != null) {
                return new FieldType.Enumerated(known);
            }
        }
        throw new IllegalStateException("A schema without errors has the column type " + type);
    }

    private static NativeType nativeType(NativeTypeUse use) {
        return new NativeType(
                use.name(), use.arguments().stream().map(Integer::valueOf).toList());
    }
}
