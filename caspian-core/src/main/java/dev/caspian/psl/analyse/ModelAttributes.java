package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Index.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The attributes of a model or view and of its columns. */
final class ModelAttributes {

    private final ModelSymbol model;
    private final Diagnostics diagnostics;
    private final Set<String> mappedColumns = new HashSet<>();

    private ModelAttributes(ModelSymbol model, Diagnostics diagnostics) {
        this.model = model;
        this.diagnostics = diagnostics;
    }

    static void resolve(ModelSymbol model, Diagnostics diagnostics) {
        ModelAttributes attributes = new ModelAttributes(model, diagnostics);
        model.scalarFields().forEach(attributes::visitField);
        attributes.visitModel();
    }

    private void visitField(ScalarFieldSymbol field) {
        AttributeSet attributes = new AttributeSet(field.syntax().attributes(), diagnostics);
        attributes.single("map").ifPresent(map -> map(field, map));
        attributes.single("ignore").ifPresent(ignore -> ignore(field, ignore));
        attributes.single("relation").ifPresent(relation -> {
            diagnostics.add(
                    AttributeRule.RELATION_ON_SCALAR.at(relation.attribute().span(), field.name()));
            relation.finish();
        });
        attributes.single("id").ifPresent(id -> KeyAttributes.fieldId(field, id));
        attributes.single("updatedAt").ifPresent(updatedAt -> updatedAt(field, updatedAt));
        attributes.single("default").ifPresent(value -> {
            DefaultAttribute.resolve(field, value);
            value.finish();
        });
        if (field.scalarType().isPresent()) {
            attributes.withPrefix().ifPresent(attribute -> field.nativeType(nativeType(attribute)));
        }
        attributes.single("unique").ifPresent(unique -> KeyAttributes.fieldUnique(field, unique));
        attributes.single("shardKey").ifPresent(shardKey -> ShardKeyAttributes.field(field, shardKey));
        attributes.finish();
    }

    private void map(ScalarFieldSymbol field, AttributeArguments map) {
        AttributeResolver.mappedName(map).ifPresent(name -> {
            field.mappedName(name);
            boolean taken = !mappedColumns.add(name);
            if (taken) {
                diagnostics.add(AttributeRule.DUPLICATE_COLUMN.at(field.syntax().span(), model, name));
            }
            if (clashesWithFieldName(field, name)) {
                diagnostics.add(AttributeRule.DUPLICATE_COLUMN.at(field.syntax().span(), model, name));
            }
        });
        map.finish();
    }

    /**
     * Whether another column has this name. What counts is what is known by now: the {@code @map} of a field further
     * down is not, which is how Prisma has always done it.
     */
    private boolean clashesWithFieldName(ScalarFieldSymbol field, String mappedName) {
        return model.field(mappedName)
                .filter(other -> other != field)
                .filter(other -> other instanceof ScalarFieldSymbol scalar
                        && scalar.mappedName().map(mappedName::equals).orElse(true))
                .isPresent();
    }

    private void ignore(ScalarFieldSymbol field, AttributeArguments ignore) {
        if (field.type() instanceof ColumnType.Unsupported) {
            diagnostics.add(
                    AttributeRule.IGNORE_ON_UNSUPPORTED.at(ignore.attribute().span()));
        } else {
            field.ignore();
        }
        ignore.finish();
    }

    private void updatedAt(ScalarFieldSymbol field, AttributeArguments updatedAt) {
        if (!field.is(ScalarType.DATE_TIME)) {
            diagnostics.add(
                    AttributeRule.UPDATED_AT_TYPE.at(updatedAt.attribute().span(), field.name()));
        }
        if (field.arity() == Arity.LIST) {
            diagnostics.add(
                    AttributeRule.UPDATED_AT_LIST.at(updatedAt.attribute().span(), field.name()));
        }
        field.updatedAt();
        updatedAt.finish();
    }

    static NativeTypeUse nativeType(Attribute attribute) {
        String path = attribute.name().text();
        int dot = path.indexOf('.');
        List<String> arguments = attribute.arguments().given().stream()
                .map(argument -> argument.value().source())
                .toList();
        return new NativeTypeUse(path.substring(0, dot), path.substring(dot + 1), arguments, attribute);
    }

    private void visitModel() {
        AttributeSet attributes = new AttributeSet(model.syntax().attributes(), diagnostics);
        attributes.single("ignore").ifPresent(this::ignore);
        attributes.single("id").ifPresent(id -> KeyAttributes.modelId(model, id));
        attributes.single("map").ifPresent(map -> {
            AttributeResolver.mappedName(map).ifPresent(model::mappedName);
            map.finish();
        });
        attributes.single("schema").ifPresent(schema -> {
            AttributeResolver.namespace(schema).ifPresent(model::namespace);
            schema.finish();
        });
        attributes.repeated("index").forEach(index -> KeyAttributes.modelIndex(model, Kind.INDEX, index));
        attributes.repeated("unique").forEach(unique -> KeyAttributes.modelIndex(model, Kind.UNIQUE, unique));
        attributes.repeated("fulltext").forEach(fulltext -> KeyAttributes.modelIndex(model, Kind.FULLTEXT, fulltext));
        attributes.single("shardKey").ifPresent(shardKey -> ShardKeyAttributes.model(model, shardKey));
        KeyAttributes.checkFieldIdArity(model, diagnostics);
        ShardKeyAttributes.checkArity(model, diagnostics);
        attributes.finish();
    }

    private void ignore(AttributeArguments ignore) {
        for (ScalarFieldSymbol field : model.scalarFields()) {
            if (field.isIgnored()) {
                diagnostics.add(
                        AttributeRule.IGNORE_IN_IGNORED_MODEL.at(field.syntax().span()));
            }
        }
        model.ignore();
        ignore.finish();
    }
}
