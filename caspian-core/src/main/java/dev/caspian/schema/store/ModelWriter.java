package dev.caspian.schema.store;

import dev.caspian.provider.NativeType;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.Field;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import org.jspecify.annotations.Nullable;

/** Writes a model: a line for itself, one for each field, and one for each index. */
final class ModelWriter {

    private final Cells cells;

    ModelWriter(Cells cells) {
        this.cells = cells;
    }

    void write(Model model) {
        cells.line("model")
                .add(model.name())
                .add(model.databaseName())
                .add(model.namespace())
                .add(model.documentation())
                .add(model.isView())
                .add(model.ignored());
        for (Field field : model.fields()) {
            if (field instanceof ScalarField scalar) {
                scalar(scalar);
            } else if (field instanceof RelationField relation) {
                end(relation);
            }
        }
        model.indexes().forEach(this::index);
    }

    private void scalar(ScalarField field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Scalar scalar) {
            NativeType chosen = scalar.nativeType();
            column(chosen == null ? "scalar" : "native", field, scalar.type().name());
            if (chosen != null) {
                cells.add(chosen.name())
                        .addAll(chosen.arguments().stream().map(String::valueOf).toList());
            }
        } else if (type instanceof FieldType.Enumerated enumerated) {
            column("enumerated", field, enumerated.type().name());
        } else if (type instanceof FieldType.Unsupported unsupported) {
            column("unsupported", field, unsupported.databaseType());
        }
        if (field.updatedAt()) {
            cells.add("updatedAt");
        }
        attributes(field);
        if (field.defaultValue() != null) {
            cells.add("default");
            value(field.defaultValue());
        }
    }

    /** The line of a scalar field tells by its first cell what its type is. */
    private void column(String kind, ScalarField field, String type) {
        cells.line(kind)
                .add(field.name())
                .add(field.databaseName())
                .add(field.arity())
                .add(type);
    }

    /** What few fields have stands at the end of their lines. */
    private void attributes(Field field) {
        if (field.ignored()) {
            cells.add("ignored");
        }
        if (field.documentation() != null) {
            cells.add("documentation").add(field.documentation());
        }
    }

    private void value(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            cells.add("literal").add(literal.text());
        } else if (value instanceof DefaultValue.EnumValue chosen) {
            cells.add("enum").add(chosen.name());
        } else if (value instanceof DefaultValue.ListOf list) {
            cells.add("list").add(list.values().size());
            list.values().forEach(this::value);
        } else if (value instanceof DefaultValue.Autoincrement) {
            cells.add("autoincrement");
        } else if (value instanceof DefaultValue.Now) {
            cells.add("now");
        } else if (value instanceof DefaultValue.Uuid uuid) {
            cells.add("uuid").add(uuid.version());
        } else if (value instanceof DefaultValue.Cuid cuid) {
            cells.add("cuid").add(cuid.version());
        } else if (value instanceof DefaultValue.Ulid) {
            cells.add("ulid");
        } else if (value instanceof DefaultValue.Nanoid nanoid) {
            cells.add("nanoid").add(nanoid.length());
        } else if (value instanceof DefaultValue.DbGenerated generated) {
            cells.add("dbgenerated").add(generated.sql());
        } else if (value instanceof DefaultValue.Sequence sequence) {
            cells.add("sequence")
                    .add(sequence.virtual() == null ? null : sequence.virtual().toString())
                    .add(sequence.cache())
                    .add(sequence.increment())
                    .add(sequence.minValue())
                    .add(sequence.maxValue())
                    .add(sequence.start());
        }
    }

    private void end(RelationField field) {
        cells.line("relation").add(field.name()).add(field.target().name()).add(field.arity());
        attributes(field);
    }

    private void index(Index index) {
        cells.line("index")
                .add(index.kind())
                .add(index.clientName())
                .add(index.databaseName())
                .add(index.algorithm())
                .add(index.fromField());
        condition(index.condition());
        for (Index.Column column : index.columns()) {
            cells.add(column.field().name())
                    .add(column.sort() == null ? null : column.sort().name())
                    .add(column.length())
                    .add(column.operatorClass());
        }
    }

    private void condition(Index.@Nullable Condition condition) {
        if (condition instanceof Index.Condition.Sql sql) {
            cells.add("sql").add(sql.text());
        } else if (condition instanceof Index.Condition.Fields fields) {
            cells.add("fields").add(fields.comparisons().size());
            for (Index.Comparison comparison : fields.comparisons()) {
                cells.add(comparison.field().name()).add(comparison.negated()).add(comparison.value());
            }
        } else {
            cells.add("none");
        }
    }
}
