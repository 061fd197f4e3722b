package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.provider.OperatorClass;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.psl.analyse.IndexSymbol.Operators;
import dev.caspian.psl.analyse.NativeTypeUse;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Arity;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index types of PostgreSQL beyond BTree and Hash, each of which can hold a column only through an operator class for
 * its type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/indexes-types.html">Index types of PostgreSQL</a>
 */
final class OperatorClassCheck {

    private static final Set<IndexAlgorithm> WITHOUT_CLASSES = EnumSet.of(IndexAlgorithm.BTREE, IndexAlgorithm.HASH);
    private static final Set<ScalarType> IN_BRIN = EnumSet.of(
            ScalarType.STRING,
            ScalarType.BYTES,
            ScalarType.DATE_TIME,
            ScalarType.FLOAT,
            ScalarType.INT,
            ScalarType.BIG_INT,
            ScalarType.DECIMAL);

    private final IndexSymbol index;
    private final IndexAlgorithm algorithm;
    private final RuleContext context;

    private OperatorClassCheck(IndexSymbol index, RuleContext context) {
        this.index = index;
        this.algorithm = index.givenAlgorithm().orElse(IndexAlgorithm.BTREE);
        this.context = context;
    }

    static void check(IndexSymbol index, RuleContext context) {
        OperatorClassCheck check = new OperatorClassCheck(index, context);
        for (Column column : index.columns()) {
            // With an operator class in SQL, its author has to know.
            if (!(column.operators() instanceof Operators.Raw)) {
                check.check(column.field(), known(column.operators()));
            }
        }
        if (check.algorithm == IndexAlgorithm.SP_GIST && index.columns().size() != 1) {
            check.report(KeyRule.SP_GIST_SEVERAL_COLUMNS);
        }
    }

    private static @Nullable OperatorClass known(@Nullable Operators operators) {
        return operators instanceof Operators.Known known ? known.type() : null;
    }

    private void report(KeyRule rule, Object... particulars) {
        Span span = index.attribute().span();
        context.report(rule, span, particulars);
    }

    private void check(ScalarFieldSymbol field, @Nullable OperatorClass operators) {
        if (operators != null && !operators.algorithms().contains(algorithm)) {
            report(KeyRule.OPERATORS_OF_OTHER_INDEX_TYPE, operators.prismaName(), algorithm.prismaName());
        } else if (!WITHOUT_CLASSES.contains(algorithm)) {
            String nativeType = field.nativeType().map(NativeTypeUse::name).orElse(null);
            if (operators != null) {
                checkClass(field, nativeType, operators);
            } else if (algorithm == IndexAlgorithm.GIN && field.arity() == Arity.LIST) {
                // Every list has a default operator class, whatever its elements are.
                return;
            } else if (nativeType != null) {
                checkDefaultClass(field, nativeType);
            } else if (!canHold(algorithm, field)) {
                report(KeyRule.INDEX_TYPE_CANNOT_HOLD, algorithm.prismaName(), field.name());
            }
        }
    }

    private void checkClass(ScalarFieldSymbol field, @Nullable String nativeType, OperatorClass operators) {
        String name = operators.prismaName();
        ScalarType scalar = operators.scalarType();
        if (name.equals("ArrayOps")) {
            if (field.arity() != Arity.LIST) {
                report(KeyRule.OPERATORS_NEED_LIST, field.name());
            }
        } else if (nativeType != null) {
            if (!operators.nativeTypes().contains(nativeType)) {
                report(KeyRule.OPERATORS_OF_OTHER_NATIVE_TYPE, name, field.name(), nativeType);
            }
        } else if (scalar == null) {
            report(KeyRule.OPERATORS_NEED_NATIVE_TYPE, name, field.name());
        } else if (!field.is(scalar)) {
            report(KeyRule.OPERATORS_OF_OTHER_TYPE, name, field.name(), scalar.prismaName());
        }
    }

    private void checkDefaultClass(ScalarFieldSymbol field, String nativeType) {
        // GiST has an operator class for addresses, but it is not the default one.
        boolean hasDefault = algorithm != IndexAlgorithm.GIST && OperatorClass.existsFor(algorithm, nativeType);
        if (!hasDefault) {
            report(KeyRule.OPERATORS_NEEDED, algorithm.prismaName(), nativeType, field.name());
        }
    }

    /** Whether an index of this type can hold a column of this type without being told how. */
    static boolean canHold(IndexAlgorithm algorithm, ScalarFieldSymbol field) {
        if (field.type() instanceof ColumnType.Unsupported) {
            return true;
        }
        return switch (algorithm) {
            case BTREE, HASH -> true;
            case GIST, SP_GIST -> field.is(ScalarType.STRING);
            case GIN -> field.is(ScalarType.JSON) || field.arity() == Arity.LIST;
            case BRIN -> field.scalarType().filter(IN_BRIN::contains).isPresent();
        };
    }
}
