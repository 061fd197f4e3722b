package dev.caspian.plan;

import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models as tables: what they are called in SQL, and what their columns hold. */
public final class Tables {

    private Tables() {}

    /** The names of all tables, in small letters: databases may find a name whatever its case. */
    static Set<String> names(Schema schema) {
        Set<String> names = new HashSet<>();
        for (Model model : schema.models()) {
            names.add(model.databaseName().toLowerCase(Locale.ROOT));
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                names.add(table.tableName().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    static Source.Table table(Model model, @Nullable String alias) {
        return new Source.Table(model.namespace(), model.databaseName(), alias);
    }

    static Expression.Column column(String source, ScalarField field) {
        return new Expression.Column(source, field.databaseName());
    }

    static List<Expression> columns(String source, List<ScalarField> fields) {
        return fields.stream().<Expression>map(field -> column(source, field)).toList();
    }

    /** What the column of a field holds. */
    public static ColumnType type(ScalarField field) {
        boolean list = field.arity() == Arity.LIST;
        if (field.type() instanceof FieldType.Scalar scalar) {
            return new ColumnType(scalar.type(), scalar.nativeType(), null, list);
        } else if (field.type() instanceof FieldType.Enumerated enumerated) {
            EnumType type = enumerated.type();
            return new ColumnType(
                    ScalarType.STRING, null, new ColumnType.Enumeration(type.namespace(), type.databaseName()), list);
        }
        throw new IllegalStateException("The client has no values of the Unsupported field `" + field.name() + "`");
    }

    /**
     * The fields by which one record is told from another: the primary key, or else the first unique key without
     * optional fields. Empty for a view that has none.
     */
    public static List<ScalarField> identity(Model model) {
        return model.uniqueKeys().stream()
                .map(Index::fields)
                .filter(fields -> fields.stream().allMatch(field -> field.arity() == Arity.REQUIRED))
                .findFirst()
                .orElse(List.of());
    }

    /** The fields of this end's own model by which it is joined to the other end. */
    public static List<ScalarField> ownKey(RelationField end) {
        if (end.relation() instanceof Relation.ForeignKey key) {
            return end == key.from() ? key.fields() : key.references();
        }
        return List.of(id(end.model()));
    }

    /** The fields of the other end's model by which this end is joined to it. */
    public static List<ScalarField> otherKey(RelationField end) {
        if (end.relation() instanceof Relation.ForeignKey key) {
            return end == key.from() ? key.references() : key.fields();
        }
        return List.of(id(end.target()));
    }

    /** The id of a model in a many-to-many relation, which has one column. */
    private static ScalarField id(Model model) {
        return model.primaryKey().orElseThrow().fields().get(0);
    }

    static Source.Table joinTable(Relation.ManyToMany relation, @Nullable String alias) {
        return new Source.Table(relation.a().model().namespace(), relation.tableName(), alias);
    }

    /** The join table's column that refers to this end's own model. */
    static String ownColumn(RelationField end, Relation.ManyToMany relation) {
        return end == relation.a() ? "A" : "B";
    }

    /** The join table's column that refers to the other end's model. */
    static String otherColumn(RelationField end, Relation.ManyToMany relation) {
        return end == relation.a() ? "B" : "A";
    }
}
