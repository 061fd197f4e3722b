package dev.caspian.behaviour.random;

import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All records of a schema as plain lists, and how they are related. */
final class MemoryDatabase {

    /** One pair of a many-to-many relation: the ids of the record of the end {@code a}, and of the one of {@code b}. */
    record Link(Object a, Object b) {}

    private final Schema schema;
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();
    private final Map<String, Set<Link>> links = new LinkedHashMap<>();

    MemoryDatabase(Schema schema) {
        this.schema = schema;
        for (Model model : schema.models()) {
            tables.put(model.name(), new ArrayList<>());
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                links.put(table.name(), new LinkedHashSet<>());
            }
        }
    }

    Schema schema() {
        return schema;
    }

    List<Row> rows(Model model) {
        return table(model.name());
    }

    List<Row> table(String model) {
        return Objects.requireNonNull(tables.get(model));
    }

    Set<Link> links(Relation.ManyToMany relation) {
        return Objects.requireNonNull(links.get(relation.name()));
    }

    void add(Row row) {
        rows(row.model()).add(row);
    }

    /** The names of the fields of the primary key, or of the first unique key where there is none. */
    static List<String> identity(Model model) {
        return names(model.uniqueKeys().get(0).fields());
    }

    static Object id(Row row) {
        return Objects.requireNonNull(row.get(identity(row.model()).get(0)));
    }

    /** The records at the other end of a relation. */
    List<Row> related(Row row, RelationField end) {
        if (end.relation() instanceof Relation.ManyToMany table) {
            boolean fromA = table.a() == end;
            return rows(end.target()).stream()
                    .filter(other ->
                            links(table).contains(fromA ? new Link(id(row), id(other)) : new Link(id(other), id(row))))
                    .toList();
        }
        Relation.ForeignKey key = (Relation.ForeignKey) end.relation();
        boolean holds = end.holdsForeignKey();
        List<@Nullable Object> own = row.getAll(names(holds ? key.fields() : key.references()));
        if (own.contains(null)) {
            return List.of();
        }
        List<String> there = names(holds ? key.references() : key.fields());
        return rows(end.target()).stream()
                .filter(other -> own.equals(other.getAll(there)))
                .toList();
    }

    static List<String> names(List<ScalarField> fields) {
        return fields.stream().map(Field::name).toList();
    }

    MemoryDatabase copy() {
        MemoryDatabase copy = new MemoryDatabase(schema);
        tables.forEach((model, rows) -> rows.forEach(row -> copy.table(model).add(row.copy())));
        links.forEach(
                (name, pairs) -> Objects.requireNonNull(copy.links.get(name)).addAll(pairs));
        return copy;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tables.values()
                .forEach(rows ->
                        rows.forEach(row -> text.append("  ").append(row).append('\n')));
        links.forEach(
                (name, pairs) -> text.append("  ").append(name).append(pairs).append('\n'));
        return text.toString();
    }
}
