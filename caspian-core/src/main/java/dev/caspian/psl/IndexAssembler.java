package dev.caspian.psl;

import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.psl.analyse.ConstraintNames;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.IndexSymbol.Operators;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.ObjectLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.schema.Index;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.SortOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the primary keys and indexes of the datamodel. */
final class IndexAssembler {

    private final ConstraintNames names;
    private final Function<ScalarFieldSymbol, ScalarField> fields;

    IndexAssembler(ConstraintNames names, Function<ScalarFieldSymbol, ScalarField> fields) {
        this.names = names;
        this.fields = fields;
    }

    Index primaryKey(IndexSymbol symbol) {
        return index(symbol, names.primaryKey(symbol).orElse(null));
    }

    Index index(IndexSymbol symbol) {
        return index(symbol, names.index(symbol));
    }

    private Index index(IndexSymbol symbol, @Nullable String databaseName) {
        List<Index.Column> columns = symbol.columns().stream().map(this::column).toList();
        String algorithm = symbol.givenAlgorithm()
                .filter(given -> given != IndexAlgorithm.BTREE)
                .map(IndexAlgorithm::prismaName)
                .orElse(null);
        return new Index(
                symbol.kind(),
                columns,
                symbol.clientName(),
                databaseName,
                algorithm,
                symbol.ofField(),
                condition(symbol));
    }

    private Index.@Nullable Condition condition(IndexSymbol symbol) {
        Expression where = symbol.condition();
        if (where instanceof FunctionCall call) {
            return new Index.Condition.Sql(text(call.arguments().given().get(0).value()));
        } else if (where instanceof ObjectLiteral object) {
            return new Index.Condition.Fields(object.entries().stream()
                    .map(entry -> comparison(symbol, entry))
                    .toList());
        }
        return null;
    }

    private Index.Comparison comparison(IndexSymbol symbol, Expression.Entry entry) {
        ScalarFieldSymbol field = symbol.model().scalarFields().stream()
                .filter(candidate -> candidate.name().equals(entry.key().text()))
                .findFirst()
                .orElseThrow();
        boolean negated = entry.value() instanceof ObjectLiteral;
        Expression value = entry.value() instanceof ObjectLiteral not
                ? not.entries().get(0).value()
                : entry.value();
        boolean isNull = value instanceof Constant constant && constant.path().equals("null");
        return new Index.Comparison(fields.apply(field), negated, isNull ? null : text(value));
    }

    private static String text(Expression value) {
        return value instanceof StringLiteral string ? string.value() : value.source();
    }

    private Index.Column column(IndexSymbol.Column column) {
        return new Index.Column(
                fields.apply(column.field()), sort(column.sort()), column.length(), operatorClass(column.operators()));
    }

    private static @Nullable SortOrder sort(IndexSymbol.@Nullable Sort sort) {
        if (sort == null) {
            return null;
        }
        return sort == IndexSymbol.Sort.DESC ? SortOrder.DESC : SortOrder.ASC;
    }

    private static @Nullable String operatorClass(@Nullable Operators operators) {
        if (operators instanceof Operators.Known known) {
            return known.type().sqlName();
        }
        return operators instanceof Operators.Raw raw ? raw.sql() : null;
    }
}
