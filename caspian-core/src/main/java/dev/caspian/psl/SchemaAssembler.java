package dev.caspian.psl;

import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.Configuration;
import dev.caspian.psl.analyse.ConstraintNames;
import dev.caspian.psl.analyse.EnumSymbol;
import dev.caspian.psl.analyse.FieldSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.ReferentialActions;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.analyse.SchemaSymbols;
import dev.caspian.psl.ast.Name;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Field;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the datamodel from the symbols of a schema in which nothing is wrong. */
final class SchemaAssembler {

    private final ConstraintNames names;
    private final ReferentialActions actions;
    private final FieldAssembler fields;
    private final Map<FieldSymbol, Field> assembled = new HashMap<>();

    private SchemaAssembler(SchemaSymbols symbols, List<EnumType> enums) {
        ProviderTraits traits = symbols.configuration().traits();
        this.names = new ConstraintNames(traits);
        this.actions = new ReferentialActions(symbols.configuration());
        this.fields = new FieldAssembler(enums);
    }

    static Schema assemble(SchemaSymbols symbols) {
        List<EnumType> enums =
                symbols.enums().stream().map(SchemaAssembler::enumType).toList();
        SchemaAssembler assembler = new SchemaAssembler(symbols, enums);
        List<Model> models = symbols.models().stream().map(assembler::model).toList();
        List<Relation> relations =
                symbols.relations().stream().map(assembler::relation).toList();
        Configuration configuration = symbols.configuration();
        return new Schema(configuration.datasource(), configuration.generators(), models, enums, relations);
    }

    private static EnumType enumType(EnumSymbol symbol) {
        List<EnumType.Value> values = symbol.values().stream()
                .map(value ->
                        new EnumType.Value(value.name().text(), symbol.databaseName(value), value.documentation()))
                .toList();
        return new EnumType(
                symbol.name(),
                symbol.databaseName(),
                symbol.namespace().map(Name::text).orElse(null),
                symbol.syntax().documentation(),
                values);
    }

    private Model model(ModelSymbol symbol) {
        List<Field> modelFields = new ArrayList<>();
        for (FieldSymbol field : symbol.fields()) {
            Field made = field instanceof ScalarFieldSymbol scalar
                    ? fields.scalar(scalar)
                    : FieldAssembler.relation((RelationFieldSymbol) field);
            assembled.put(field, made);
            modelFields.add(made);
        }
        IndexAssembler indexes = new IndexAssembler(names, this::scalar);
        List<Index> keys = new ArrayList<>();
        symbol.primaryKey().map(indexes::primaryKey).ifPresent(keys::add);
        symbol.indexes().stream().map(indexes::index).forEach(keys::add);
        return new Model(
                symbol.name(),
                symbol.databaseName(),
                symbol.namespace().map(Name::text).orElse(null),
                symbol.syntax().documentation(),
                symbol.isView(),
                symbol.isIgnored(),
                modelFields,
                keys);
    }

    private Relation relation(RelationSymbol symbol) {
        if (symbol instanceof RelationSymbol.ManyToMany table) {
            return new Relation.ManyToMany(
                    table.a().relationName(), end(table.a()), end(table.b()), names.joinTable(table));
        }
        RelationSymbol.Inline inline = (RelationSymbol.Inline) symbol;
        RelationFieldSymbol forward = present(inline.forwardField());
        RelationFieldSymbol back = present(inline.backField());
        return new Relation.ForeignKey(
                forward.relationName(),
                end(forward),
                end(back),
                present(inline.fields()).stream().map(this::scalar).toList(),
                inline.references().stream().map(this::scalar).toList(),
                actions.onDelete(inline),
                actions.onUpdate(inline),
                names.foreignKey(inline));
    }

    private RelationField end(RelationFieldSymbol symbol) {
        return (RelationField) present(Optional.ofNullable(assembled.get(symbol)));
    }

    private ScalarField scalar(ScalarFieldSymbol symbol) {
        return (ScalarField) present(Optional.ofNullable(assembled.get(symbol)));
    }

    private static <T> T present(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalStateException("A schema without errors lacks a part of a relation."));
    }
}
