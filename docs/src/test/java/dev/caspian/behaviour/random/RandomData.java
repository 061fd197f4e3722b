package dev.caspian.behaviour.random;

import dev.caspian.behaviour.client.Role;
import dev.caspian.query.Json;
import dev.caspian.schema.Arity;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up records: few different values, so that many are equal, and all that is awkward in text and numbers. */
final class RandomData {

    /** Texts that mean something to LIKE, that differ in case only, that are not ASCII or nothing at all. */
    private static final List<String> TEXTS = List.of(
            "a", "A", "ab", "aB", "Äb", "äb", "äB", "a_b", "axb", "50%", "500", "%", "_", "a\\b", "\\", "", " ", "'a'",
            "\"", "日本", "😀", "\uFF5E", "null", "é", "É", "a%b_c", "--", "?", "$1", ":a", "{}", "a\nb");

    private static final List<Long> NUMBERS = List.of(0L, 1L, 1L, 2L, 3L, 5L, -1L, -7L, 10L, 100L);
    private static final List<Long> BIG = List.of(0L, 1L, -1L, 1L << 31, 9_007_199_254_740_993L, -(1L << 53) - 1, 7L);
    private static final List<String> DECIMALS = List.of("0", "1", "1.5", "-0.25", "2", "100.125", "-7", "5", "0.5");
    private static final List<Double> DOUBLES = List.of(0.0, 1.0, 1.5, -0.25, 1e10, -7.0, 2.0, 0.125);
    private static final List<String> TIMES = List.of(
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00.001Z",
            "1969-12-31T23:59:59.999Z",
            "2024-02-29T12:00:00Z",
            "0999-05-06T07:08:09Z",
            "2024-01-01T00:00:00.010Z");

    private final Random random;
    private final Schema schema;
    private final MemoryDatabase data;

    RandomData(Random random, Schema schema) {
        this(random, schema, new MemoryDatabase(schema));
    }

    private RandomData(Random random, Schema schema, MemoryDatabase data) {
        this.random = random;
        this.schema = schema;
        this.data = data;
    }

    /** A small database. Each table is empty now and then. */
    MemoryDatabase make() {
        for (String name :
                List.of("User", "Profile", "Avatar", "Post", "Tag", "Comment", "Org", "Member", "Badge", "Class")) {
            Model model = schema.model(name);
            int size = random.nextInt(10) == 0 && !name.equals("User")
                    ? 0
                    : 2 + random.nextInt(name.equals("Post") ? 14 : 8);
            for (int i = 1; i <= size; i++) {
                add(model, i);
            }
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                link(table);
            }
        }
        return data;
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

    /** A record that refers to records of this data, or null where there is none to refer to. */
    @Nullable Row record(Model model, MemoryDatabase existing) {
        Row row = row(model, 1 + random.nextInt(20));
        return new RandomData(random, schema, existing).refer(row) ? row : null;
    }

    private Row row(Model model, int number) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ScalarField field : model.scalarFields()) {
            values.put(field.name(), value(field));
        }
        if (values.containsKey("id")) {
            values.put(
                    "id",
                    values.get("id") instanceof Integer
                            ? (Object) number
                            : model.name().charAt(0) + "" + number);
        }
        return new Row(model, values);
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
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ForeignKey key && key.from().model() == row.model()) {
                List<Row> targets = data.rows(key.to().model());
                boolean optional = key.fields().get(0).arity() != Arity.REQUIRED;
                if (targets.isEmpty() && !optional) {
                    return false;
                }
                boolean none = targets.isEmpty() || (optional && random.nextInt(3) == 0);
                Row target = none ? null : pick(targets);
                for (int i = 0; i < key.fields().size(); i++) {
                    String reference = key.references().get(i).name();
                    row.set(key.fields().get(i).name(), target == null ? null : target.get(reference));
                }
            }
        }
        return true;
    }

    /** Any value of a field; now and then NULL where that is possible. */
    @Nullable Object value(ScalarField field) {
        return field.arity() == Arity.OPTIONAL && random.nextInt(3) == 0 ? null : present(field);
    }

    /** Any value of a field. */
    Object present(ScalarField field) {
        if (field.type() instanceof FieldType.Enumerated) {
            return pick(List.of(Role.values()));
        }
        return switch (((FieldType.Scalar) field.type()).type()) {
            case STRING -> text();
            case BOOLEAN -> random.nextBoolean();
            case INT -> Math.toIntExact(pick(NUMBERS));
            case BIG_INT -> pick(BIG);
            case FLOAT -> pick(DOUBLES);
            case DECIMAL -> new BigDecimal(pick(DECIMALS));
            case DATE_TIME -> Instant.parse(pick(TIMES));
            case JSON -> pick(List.of(Json.of(1), Json.of(true), Json.of("a"), Json.of("A")));
            case BYTES -> pick(List.of(new byte[] {}, new byte[] {0}, new byte[] {-1, 0, 39}, new byte[] {1, 2}));
        };
    }

    String text() {
        return random.nextInt(4) == 0 ? pick(TEXTS) + pick(TEXTS) : pick(TEXTS);
    }

    <T> T pick(List<T> list) {
        return Objects.requireNonNull(list.get(random.nextInt(list.size())));
    }
}
