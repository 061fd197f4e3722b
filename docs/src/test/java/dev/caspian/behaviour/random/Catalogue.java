package dev.caspian.behaviour.random;

import dev.caspian.client.ModelClient;
import dev.caspian.provider.ScalarType;
import dev.caspian.query.ToMany;
import dev.caspian.query.ToOne;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The constants and clients of the generated classes, by the names of the schema. All models go by the type of any
 * record: which model a condition belongs to is known at run time only.
 */
final class Catalogue {

    /** One model. */
    record Entry(
            Model model,
            Map<String, TypedField<PrismaRecord, Object>> fields,
            Map<String, TypedRelation<PrismaRecord, PrismaRecord>> relations,
            ModelClient<PrismaRecord, Object> client) {

        TypedField<PrismaRecord, Object> field(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        TypedRelation<PrismaRecord, PrismaRecord> relation(RelationField field) {
            return Objects.requireNonNull(relations.get(field.name()));
        }

        @SuppressWarnings("unchecked") // The relation's end says which kind it is.
        ToOne<PrismaRecord, PrismaRecord, Object> toOne(RelationField field) {
            return (ToOne<PrismaRecord, PrismaRecord, Object>) (Object) relation(field);
        }

        @SuppressWarnings("unchecked") // The relation's end says which kind it is.
        ToMany<PrismaRecord, PrismaRecord, Object> toMany(RelationField field) {
            return (ToMany<PrismaRecord, PrismaRecord, Object>) (Object) relation(field);
        }

        /** The relations to models that are in the catalogue. */
        List<RelationField> relationFields() {
            return model.relationFields().stream()
                    .filter(field -> relations.containsKey(field.name()))
                    .toList();
        }

        /** The fields whose values can be compared: all but Json and lists. */
        List<ScalarField> comparable() {
            return model.scalarFields().stream()
                    .filter(field -> field.arity() != Arity.LIST && !isJson(field))
                    .toList();
        }

        /** Selects a record by one of its keys. */
        Unique<PrismaRecord> unique(Index key, Row row) {
            List<String> names = MemoryDatabase.names(key.fields());
            if (names.size() == 1) {
                Object value = Objects.requireNonNull(row.get(names.get(0)));
                return (Unique<PrismaRecord>) field(names.get(0)).eq(value);
            }
            return Unique.of(
                    names.stream().<TypedField<PrismaRecord, ?>>map(this::field).toList(),
                    row.getAll(names).toArray());
        }
    }

    private final Schema schema;
    private final String generated;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Finds the generated classes of some models.
     *
     * @param client the generated client
     */
    Catalogue(Schema schema, Object client, Predicate<Model> models) {
        this.schema = schema;
        this.generated = client.getClass().getPackageName();
        for (Model model : schema.models()) {
            if (models.test(model)) {
                add(model, client, models);
            }
        }
    }

    Schema schema() {
        return schema;
    }

    Entry entry(Model model) {
        return Objects.requireNonNull(entries.get(model.name()));
    }

    /** The models, each behind those that it refers to. */
    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** The constants of a generated enum. */
    List<Object> constants(EnumType type) {
        try {
            return List.of(Class.forName(generated + "." + type.name()).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isJson(ScalarField field) {
        return field.type() instanceof FieldType.Scalar scalar && scalar.type() == ScalarType.JSON;
    }

    private void add(Model model, Object client, Predicate<Model> models) {
        if (entries.containsKey(model.name())) {
            return;
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ForeignKey key
                    && key.from().model() == model
                    && key.to().model() != model
                    && models.test(key.to().model())) {
                add(key.to().model(), client, models);
            }
        }
        entries.put(model.name(), entry(model, client, models));
    }

    @SuppressWarnings("unchecked") // The constants of one class belong to one model.
    private Entry entry(Model model, Object client, Predicate<Model> models) {
        Map<String, TypedField<PrismaRecord, Object>> fields = new LinkedHashMap<>();
        Map<String, TypedRelation<PrismaRecord, PrismaRecord>> relations = new LinkedHashMap<>();
        String name = generated + "." + model.name();
        try {
            for (Field constant : Class.forName(name).getFields()) {
                Object value = constant.get(null);
                if (value instanceof TypedField<?, ?> field) {
                    fields.put(field.name(), (TypedField<PrismaRecord, Object>) field);
                } else if (value instanceof TypedRelation<?, ?> relation
                        && models.test(model.relationField(relation.name()).target())) {
                    relations.put(relation.name(), (TypedRelation<PrismaRecord, PrismaRecord>) relation);
                }
            }
            for (Method accessor : client.getClass().getDeclaredMethods()) {
                if (accessor.getReturnType().getName().equals(name + "Client")) {
                    return new Entry(
                            model, fields, relations, (ModelClient<PrismaRecord, Object>) accessor.invoke(client));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("No client for " + model);
    }
}
