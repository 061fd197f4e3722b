package dev.caspian.behaviour.random;

import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.client.ModelClient;
import dev.caspian.provider.ScalarType;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
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
            ModelClient<PrismaRecord, ?> client) {

        TypedField<PrismaRecord, Object> field(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        TypedRelation<PrismaRecord, PrismaRecord> relation(RelationField field) {
            return Objects.requireNonNull(relations.get(field.name()));
        }

        /** The fields whose values can be compared: all but Json. */
        List<ScalarField> comparable() {
            return model.scalarFields().stream()
                    .filter(field ->
                            !(field.type() instanceof FieldType.Scalar scalar && scalar.type() == ScalarType.JSON))
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

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Catalogue(Schema schema, PrismaClient prisma) {
        for (Model model : schema.models()) {
            entries.put(model.name(), entry(model, prisma));
        }
    }

    Entry entry(Model model) {
        return Objects.requireNonNull(entries.get(model.name()));
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    @SuppressWarnings("unchecked") // The constants of one class belong to one model.
    private static Entry entry(Model model, PrismaClient prisma) {
        Map<String, TypedField<PrismaRecord, Object>> fields = new LinkedHashMap<>();
        Map<String, TypedRelation<PrismaRecord, PrismaRecord>> relations = new LinkedHashMap<>();
        String name = PrismaClient.class.getPackageName() + "." + model.name();
        try {
            for (Field constant : Class.forName(name).getFields()) {
                Object value = constant.get(null);
                if (value instanceof TypedField<?, ?> field) {
                    fields.put(field.name(), (TypedField<PrismaRecord, Object>) field);
                } else if (value instanceof TypedRelation<?, ?> relation) {
                    relations.put(relation.name(), (TypedRelation<PrismaRecord, PrismaRecord>) relation);
                }
            }
            for (Method accessor : PrismaClient.class.getDeclaredMethods()) {
                if (accessor.getReturnType().getName().equals(name + "Client")) {
                    return new Entry(model, fields, relations, (ModelClient<PrismaRecord, ?>) accessor.invoke(prisma));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("No client for " + model);
    }
}
