package dev.caspian.plan;

import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.Expression;

/**
 * A source of the statement whose rows are records of a model: where its fields are found.
 *
 * @param source the name of the source in the statement
 */
record Scope(Model model, String source) {

    static Scope of(Model model) {
        return new Scope(model, model.databaseName());
    }

    ScalarField field(TypedField<?, ?> field) {
        return model.scalarField(field.name());
    }

    RelationField relation(TypedRelation<?, ?> relation) {
        return model.relationField(relation.name());
    }

    Expression.Column column(ScalarField field) {
        return Tables.column(source, field);
    }

    Expression.Column column(TypedField<?, ?> field) {
        return column(field(field));
    }
}
