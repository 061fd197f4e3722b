package dev.caspian.plan;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of the statement whose rows are records of a model, or groups of them: where its fields are found.
 *
 * @param source the name of the source in the statement
 * @param groupedBy the fields that the groups are made by, which are all that a group has; null for records
 */
record Scope(Model model, String source, @Nullable List<ScalarField> groupedBy) {

    Scope(Model model, String source) {
        this(model, source, null);
    }

    static Scope of(Model model) {
        return new Scope(model, model.databaseName());
    }

    /** Groups of these records. */
    Scope groupedBy(List<ScalarField> fields) {
        return new Scope(model, source, fields);
    }

    ScalarField field(TypedField<?, ?> field) {
        ScalarField found = model.scalarField(field.name());
        if (groupedBy != null && !groupedBy.contains(found)) {
            // SQLite would take the value of any record of the group.
            throw new InvalidQueryException("The groups are not made by `" + field
                    + "`, so they have no value of it. Add it to by(…), or use an aggregate of it.");
        }
        return found;
    }

    RelationField relation(TypedRelation<?, ?> relation) {
        if (groupedBy != null) {
            throw new InvalidQueryException("A group has no related records, so `" + relation
                    + "` cannot be asked for in having(…). Narrow the records in where(…).");
        }
        return model.relationField(relation.name());
    }

    Expression.Column column(ScalarField field) {
        return Tables.column(source, field);
    }

    Expression.Column column(TypedField<?, ?> field) {
        return column(field(field));
    }
}
