package dev.caspian.plan;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the records of each model of one client are made. Asks the client only for those that are used. Thread-safe. */
public final class RecordTypes {

    private final Schema schema;
    private final Function<String, RecordType<?>> client;
    private final Set<String> omitted;
    private final Map<Class<?>, Optional<RecordType<?>>> byClass = new ConcurrentHashMap<>();

    /**
     * The types of a client.
     *
     * @param client knows the type of each model of the schema that is not ignored
     * @param omitted the fields that are returned only where a query selects them, such as {@code User.password}
     * @throws InvalidQueryException if there is no such field
     */
    public RecordTypes(Schema schema, Function<String, RecordType<?>> client, Set<String> omitted) {
        this.schema = schema;
        this.client = client;
        this.omitted = omitted;
        omitted.forEach(this::requireField);
    }

    private void requireField(String field) {
        String[] names = field.split("\\.", -1);
        if (names.length != 2
                || schema.models().stream()
                        .filter(model -> model.name().equals(names[0]))
                        .flatMap(model -> model.scalarFields().stream())
                        .noneMatch(known -> known.name().equals(names[1]))) {
            throw new InvalidQueryException(
                    "`" + field + "` shall be omitted, but the schema has no such field. Name a model"
                            + " and a scalar field of it, as in `User.password`.");
        }
    }

    /** Whether a field is returned by queries that do not select it. */
    boolean isReturned(RecordType<?> type, String field) {
        return omitted.isEmpty() || !omitted.contains(type.model() + "." + field);
    }

    /** How records of this model are made. */
    public RecordType<?> of(String model) {
        return client.apply(model);
    }

    /** The model whose records are of this class; empty where it is no generated class of this client. */
    public Optional<RecordType<?>> of(Class<?> recordClass) {
        return PrismaRecord.class.isAssignableFrom(recordClass)
                ? byClass.computeIfAbsent(recordClass, this::find)
                : Optional.empty();
    }

    private Optional<RecordType<?>> find(Class<?> recordClass) {
        Stream<String> names =
                schema.models().stream().filter(model -> !model.ignored()).map(Model::name);
        // Nearly all classes have the names of their models: those are asked first, so that no others are loaded.
        return names.sorted((one, other) -> Boolean.compare(
                        other.equals(recordClass.getSimpleName()), one.equals(recordClass.getSimpleName())))
                .<RecordType<?>>map(client)
                .filter(type -> type.recordClass() == recordClass)
                .findFirst();
    }
}
