package dev.caspian.psl.rule;

import dev.caspian.provider.Capability;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.NativeTypeUse;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Index.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the indexes of a model can hold columns of these types. */
final class IndexTypeCheck {

    /** The types of MySQL that an index holds only in part. */
    private static final Set<String> LARGE =
            Set.of("TinyText", "Text", "MediumText", "LongText", "TinyBlob", "Blob", "MediumBlob", "LongBlob");

    private IndexTypeCheck() {}

    static void check(ModelSymbol model, RuleContext context) {
        if (context.can(Capability.OPERATOR_CLASSES)) {
            for (IndexSymbol index : model.indexes()) {
                checkXml(index, context);
                OperatorClassCheck.check(index, context);
            }
        } else if (context.can(Capability.LENGTH_REQUIRED_FOR_LARGE_TYPES)) {
            model.indexes().forEach(index -> checkLargeTypes(index, context));
            model.primaryKey().ifPresent(key -> checkLargeTypes(key, context));
        } else if (context.traits().indexAlgorithms().contains(IndexAlgorithm.GIN)) {
            model.indexes().stream()
                    .filter(index -> index.algorithm() == IndexAlgorithm.GIN)
                    .forEach(index -> checkInverted(index, context));
        }
    }

    private static void checkXml(IndexSymbol index, RuleContext context) {
        index.fields().stream()
                .filter(field -> field.nativeType()
                        .filter(type -> type.name().equals("Xml"))
                        .isPresent())
                .findFirst()
                .ifPresent(field -> context.report(
                        KeyRule.XML_IN_INDEX,
                        field.syntax().span(),
                        field.name(),
                        index.attribute().displayName()));
    }

    private static void checkLargeTypes(IndexSymbol index, RuleContext context) {
        if (index.kind() == Kind.FULLTEXT) {
            return;
        }
        for (Column column : index.columns()) {
            Optional<String> type =
                    column.field().nativeType().map(NativeTypeUse::name).filter(LARGE::contains);
            if (type.isPresent() && column.length() == null) {
                context.report(
                        KeyRule.LENGTH_NEEDED,
                        index.attribute().span(),
                        type.get(),
                        column.field().name());
                return;
            }
        }
    }

    /** The inverted indexes of CockroachDB. */
    private static void checkInverted(IndexSymbol index, RuleContext context) {
        List<Column> columns = index.columns();
        for (int i = 0; i < columns.size(); i++) {
            ScalarFieldSymbol field = columns.get(i).field();
            if (columns.get(i).operators() != null) {
                context.report(
                        KeyRule.OPERATORS_UNSUPPORTED,
                        index.attribute().span(),
                        context.traits().displayName());
                return;
            }
            if (!OperatorClassCheck.canHold(IndexAlgorithm.GIN, field)) {
                context.report(
                        KeyRule.INDEX_TYPE_CANNOT_HOLD,
                        index.attribute().span(),
                        IndexAlgorithm.GIN.prismaName(),
                        field.name());
            }
            boolean last = i == columns.size() - 1;
            if (field.is(ScalarType.JSON) && field.arity() != Arity.LIST && !last) {
                context.report(KeyRule.JSON_NOT_LAST, index.attribute().span(), field.name());
            }
        }
    }
}
