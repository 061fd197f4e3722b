package dev.caspian.behaviour.random;

import dev.caspian.schema.Arity;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up records that refer to each other. */
final class RandomData {

    private final Random random;
    private final Catalogue catalogue;
    private final MemoryDatabase data;
    private final RandomValues values;

    RandomData(Random random, Catalogue catalogue, MemoryDatabase data, RandomValues values) {
        this.values = values;
        this.random = random;
        this.catalogue = catalogue;
        this.data = data;
    }

    /** Fills the tables with a few records each. One is empty now and then. */
    void fill() {
        for (Catalogue.Entry entry : catalogue.entries()) {
            boolean first = entry == catalogue.entries().get(0);
            int most = entry.model().name().equals("Post") ? 14 : 8;
            int size = random.nextInt(10) == 0 && !first ? 0 : 2 + random.nextInt(most);
            for (int i = 1; i <= size; i++) {
                add(entry.model(), i);
            }
        }
        for (Relation relation : catalogue.schema().relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                link(table);
            }
        }
    }

    private void link(Relation.ManyToMany relation) {
        for (Row a : data.rows(relation.a().model())) {
            for (Row b : data.rows(relation.b().model())) {
                if (random.nextInt(3) == 0) {
                    data.links(relation).add(new MemoryDatabase.Link(MemoryDatabase.id(a), MemoryDatabase.id(b)));
                }
            }
        }
    }

    /** Adds a record, unless one with such a key is there or a record that it needs is not. */
    private void add(Model model, int number) {
        Row row = row(model, number);
        if (refer(row) && model.uniqueKeys().stream().allMatch(key -> isNew(data, row, key))) {
            data.add(row);
        }
    }

    /** A new record, that refers to none, and mostly has keys that no other one has. */
    Row fresh(Model model) {
        boolean isNew = random.nextInt(6) != 0;
        Row row = row(model, isNew ? 1000 + random.nextInt(1_000_000) : 1 + random.nextInt(8));
        for (Index key : model.uniqueKeys()) {
            ScalarField field = key.fields().get(0);
            if (isNew && key.fields().size() == 1 && row.get(field.name()) instanceof String) {
                row.set(field.name(), "new" + random.nextInt(1_000_000));
            }
        }
        return row;
    }

    private Row row(Model model, int number) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (ScalarField field : model.scalarFields()) {
            row.put(field.name(), values.value(field));
        }
        if (row.containsKey("id")) {
            row.put(
                    "id",
                    row.get("id") instanceof Integer
                            ? (Object) number
                            : model.name().charAt(0) + "" + number);
        }
        return new Row(model, row);
    }

    /** Whether no other record has the values of this record in the fields of a unique key; NULL is not a value. */
    static boolean isNew(MemoryDatabase data, Row row, Index key) {
        List<String> names = MemoryDatabase.names(key.fields());
        List<@Nullable Object> own = row.getAll(names);
        return own.contains(null)
                || data.rows(row.model()).stream()
                        .noneMatch(other -> other.getAll(names).equals(own));
    }

    /** Lets the record refer to others; false if there is none that it must refer to. */
    private boolean refer(Row row) {
        for (RelationField end : catalogue.entry(row.model()).relationFields()) {
            if (end.holdsForeignKey()) {
                Map<String, @Nullable Object> key = reference(end);
                if (key == null) {
                    return false;
                }
                key.forEach(row::set);
                if (end.target() == row.model() && random.nextInt(8) == 0) {
                    referToItself(row, (Relation.ForeignKey) end.relation());
                }
            }
        }
        return true;
    }

    private static void referToItself(Row row, Relation.ForeignKey key) {
        for (int i = 0; i < key.fields().size(); i++) {
            row.set(key.fields().get(i).name(), row.get(key.references().get(i).name()));
        }
    }

    /** The foreign key of a record that refers to some record, or to none; null if there is none to refer to. */
    @Nullable Map<String, @Nullable Object> reference(RelationField end) {
        Relation.ForeignKey relation = (Relation.ForeignKey) end.relation();
        List<Row> targets = data.rows(end.target());
        boolean optional = end.arity() != Arity.REQUIRED;
        if (targets.isEmpty() && !optional) {
            return null;
        }
        boolean none = targets.isEmpty() || (optional && random.nextInt(3) == 0);
        Row target = none ? null : values.pick(targets);
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        for (int i = 0; i < relation.fields().size(); i++) {
            // A key of which a part is missing refers to nothing.
            boolean part = none && !targets.isEmpty() && random.nextInt(3) == 0;
            String reference = relation.references().get(i).name();
            key.put(
                    relation.fields().get(i).name(),
                    part && i > 0 ? values.pick(targets).get(reference) : null);
            if (target != null) {
                key.put(relation.fields().get(i).name(), target.get(reference));
            }
        }
        return key;
    }
}
