package dev.caspian.migrate.desired;

import dev.caspian.database.QualifiedName;
import dev.caspian.database.Rename;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RenamedFrom;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Finds the former names that the comments of a schema tell of. Immutable. */
final class DesiredRenames {

    private final Schema schema;

    DesiredRenames(Schema schema) {
        this.schema = schema;
    }

    /** Tables first, as the columns are named in the tables as they are called now. */
    List<Rename> all() {
        List<Rename> renames = new ArrayList<>();
        List<Model> models =
                schema.models().stream().filter(model -> !model.isView()).toList();
        for (Model model : models) {
            RenamedFrom.of(model.documentation())
                    .ifPresent(
                            former -> renames.add(new Rename.OfTable(name(model).sibling(former), name(model))));
        }
        for (Model model : models) {
            for (ScalarField field : model.scalarFields()) {
                RenamedFrom.of(field.documentation())
                        .ifPresent(
                                former -> renames.add(new Rename.OfColumn(name(model), former, field.databaseName())));
            }
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany joined) {
                renames.add(joinTable(joined));
            }
        }
        return renames;
    }

    private static Rename joinTable(Relation.ManyToMany relation) {
        Model a = relation.a().model();
        Model b = relation.b().model();
        boolean derived = relation.tableName().equals("_" + a.name() + "To" + b.name());
        QualifiedName name = new QualifiedName(a.namespace(), relation.tableName());
        return new Rename.OfJoinTable(name, derived, name(a), a.name(), name(b), b.name());
    }

    private static QualifiedName name(Model model) {
        return new QualifiedName(model.namespace(), model.databaseName());
    }
}
