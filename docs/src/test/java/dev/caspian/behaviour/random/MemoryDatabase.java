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

    List<Relation.ManyToMany> manyToMany() {
        return schema.relations().stream()
                .filter(relation -> relation instanceof Relation.ManyToMany)
                .map(relation -> (Relation.ManyToMany) relation)
                .toList();
    }

    /**
     * Gives the links of a record its new id, or ends them.
     *
     * @param now null where the record is no more
     */
    void relink(Relation.ManyToMany relation, Model model, Object before, @Nullable Object now) {
        if (before.equals(now)) {
            return;
        }
        Set<Link> changed = new LinkedHashSet<>();
        for (Link link : links(relation)) {
            boolean isA = relation.a().model() == model && link.a().equals(before);
            boolean isB = relation.b().model() == model && link.b().equals(before);
            if (now != null) {
                changed.add(new Link(isA ? now : link.a(), isB ? now : link.b()));
            } else if (!isA && !isB) {
                changed.add(link);
            }
        }
        links(relation).clear();
        links(relation).addAll(changed);
    }

    /** Relates two records, or ends their relation. */
    void link(RelationField end, Row own, Row other, boolean related) {
        Relation.ManyToMany table = (Relation.ManyToMany) end.relation();
        Link link = table.a() == end ? new Link(id(own), id(other)) : new Link(id(other), id(own));
        if (related) {
            links(table).add(link);
        } else {
            links(table).remove(link);
        }
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
