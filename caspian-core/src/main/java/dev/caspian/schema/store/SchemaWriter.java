package dev.caspian.schema.store;

import dev.caspian.schema.Datasource;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Generator;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a schema: a line for each of its parts. */
final class SchemaWriter {

    private final Cells cells;

    SchemaWriter(Cells cells) {
        this.cells = cells;
    }

    void write(Schema schema) {
        schema.datasource().ifPresent(this::datasource);
        schema.generators().forEach(this::generator);
        schema.enums().forEach(this::enumType);
        schema.models().forEach(new ModelWriter(cells)::write);
        schema.relations().forEach(this::relation);
        cells.line("end");
    }

    private void datasource(Datasource source) {
        cells.line("datasource").add(source.name()).add(source.provider());
        text(source.url());
        text(source.directUrl());
        text(source.shadowDatabaseUrl());
        cells.add(source.foreignKeys()).addAll(source.namespaces());
        for (Datasource.Extension extension : source.extensions()) {
            cells.line("extension")
                    .add(extension.name())
                    .add(extension.databaseName())
                    .add(extension.namespace())
                    .add(extension.version());
        }
    }

    private void text(Datasource.@Nullable Text text) {
        if (text instanceof Datasource.Text.Literal literal) {
            cells.add("literal").add(literal.value());
        } else if (text instanceof Datasource.Text.Environment environment) {
            cells.add("env").add(environment.variable());
        } else {
            cells.add("none");
        }
    }

    private void generator(Generator generator) {
        cells.line("generator")
                .add(generator.name())
                .add(generator.provider())
                .add(generator.output())
                .addAll(generator.previewFeatures());
        new TreeMap<>(generator.configuration())
                .forEach((key, value) -> cells.add(key).add(value));
    }

    private void enumType(EnumType type) {
        cells.line("enum")
                .add(type.name())
                .add(type.databaseName())
                .add(type.namespace())
                .add(type.documentation());
        for (EnumType.Value value : type.values()) {
            cells.line("value").add(value.name()).add(value.databaseName()).add(value.documentation());
        }
    }

    private void relation(Relation relation) {
        if (relation instanceof Relation.ForeignKey key) {
            cells.line("foreignKey").add(key.name());
            ends(key.from(), key.to());
            cells.add(key.onDelete())
                    .add(key.onUpdate())
                    .add(key.constraintName())
                    .addAll(names(key.fields()))
                    .addAll(names(key.references()));
        } else if (relation instanceof Relation.ManyToMany table) {
            cells.line("manyToMany").add(table.name());
            ends(table.a(), table.b());
            cells.add(table.tableName());
        }
    }

    private void ends(RelationField first, RelationField second) {
        cells.add(first.model().name()).add(first.name());
        cells.add(second.model().name()).add(second.name());
    }

    private static List<String> names(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::name).toList();
    }
}
