package dev.caspian.record;

import dev.caspian.error.InconsistentColumnException;
import dev.caspian.query.FieldValue;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the query engine makes records of a model; each generated client has one. Immutable.
 *
 * @param <M> the model
 */
public final class RecordType<M extends PrismaRecord> {

    /** Sets a loaded relation of a record that nobody has seen yet. */
    @FunctionalInterface
    public interface RelationSetter<M> {
        void set(M record, int relation, @Nullable Object value);
    }

    private final String model;
    private final Class<M> recordClass;
    private final List<String> fields;
    private final List<String> relations;
    private final Function<Row, M> constructor;
    private final RelationSetter<M> relationSetter;

    /**
     * Makes the type of one model.
     *
     * @param model the name in the schema
     * @param fields the names of the scalar fields in the schema, by position
     * @param relations the names of the relation fields in the schema, by position
     */
    public RecordType(
            String model,
            Class<M> recordClass,
            List<String> fields,
            List<String> relations,
            Function<Row, M> constructor,
            RelationSetter<M> relationSetter) {
        this.model = model;
        this.recordClass = recordClass;
        this.fields = List.copyOf(fields);
        this.relations = List.copyOf(relations);
        this.constructor = constructor;
        this.relationSetter = relationSetter;
    }

    /** Makes the type of a model without relations. */
    public RecordType(String model, Class<M> recordClass, List<String> fields, Function<Row, M> constructor) {
        this(model, recordClass, fields, List.of(), constructor, (record, relation, value) -> {
            throw new IndexOutOfBoundsException(relation);
        });
    }

    /** The name of the model in the schema. */
    public String model() {
        return model;
    }

    public Class<M> recordClass() {
        return recordClass;
    }

    /** The names of the scalar fields in the schema, by position. */
    public List<String> fields() {
        return fields;
    }

    /** The names of the relation fields in the schema, by position. */
    public List<String> relations() {
        return relations;
    }

    /** Makes a record. */
    public M read(Row row) {
        return constructor.apply(row);
    }

    /** The value of a scalar field, by position; null also where it was not loaded. */
    public @Nullable Object value(M record, int field) {
        return record.value(field);
    }

    /** Completes a record that nobody has seen yet: a related record or null, or a list of them. */
    public void relate(M record, int relation, @Nullable Object value) {
        relationSetter.set(record, relation, value);
    }

    /** Completes a record that nobody has seen yet with the number of its related records. */
    public void count(M record, int relation, long count) {
        record.count(relation, count);
    }

    /** Makes a record without a database; what is not given is not loaded. */
    @SafeVarargs
    public final M of(FieldValue<M>... values) {
        return ValuesRow.make(this, List.of(values));
    }

    /** The error of a required field or relation for which the database has no value. */
    public InconsistentColumnException withoutValue(String field) {
        return new InconsistentColumnException(
                "`" + model() + "." + field + "` is required, but the database has no value for it.", null);
    }
}
