package dev.caspian.client;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.AggregateResult;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call of a client, on its way through the {@link PrismaInterceptor}s. Confined to that call.
 *
 * @param <M> the model
 */
public final class Operation<M extends PrismaRecord> {

    /** What is called. */
    public enum Kind {
        FIND_UNIQUE("findUnique", true, false, Optional.class),
        FIND_FIRST("findFirst", true, false, Optional.class),
        FIND_MANY("findMany", true, false, List.class),
        STREAM("stream", true, false, Stream.class),
        COUNT("count", true, false, Long.class),
        EXISTS("exists", true, false, Boolean.class),
        AGGREGATE("aggregate", true, false, AggregateResult.class),
        GROUP_BY("groupBy", true, false, List.class),
        CREATE("create", false, true, PrismaRecord.class),
        CREATE_MANY("createMany", false, true, Long.class),
        CREATE_MANY_AND_RETURN("createManyAndReturn", false, true, List.class),
        UPDATE("update", true, true, PrismaRecord.class),
        UPDATE_MANY("updateMany", true, true, Long.class),
        UPDATE_MANY_AND_RETURN("updateManyAndReturn", true, true, List.class),
        UPSERT("upsert", true, true, PrismaRecord.class),
        DELETE("delete", true, false, PrismaRecord.class),
        DELETE_MANY("deleteMany", true, false, Long.class),
        QUERY_RAW("queryRaw", false, false, List.class),
        EXECUTE_RAW("executeRaw", false, false, Long.class);

        private final String method;
        private final boolean hasWhere;
        private final boolean hasData;
        private final Class<?> result;

        Kind(String method, boolean hasWhere, boolean hasData, Class<?> result) {
            this.method = method;
            this.hasWhere = hasWhere;
            this.hasData = hasData;
            this.result = result;
        }

        /** The name of the method: {@code findMany}. Those that end in {@code OrThrow} are the ones without. */
        public String method() {
            return method;
        }

        /** Whether it is about records that fulfil a condition, so that {@link Operation#where} adds another one. */
        public boolean hasWhere() {
            return hasWhere;
        }

        /** Whether it writes values, so that {@link Operation#data} adds others. */
        public boolean hasData() {
            return hasData;
        }

        /** What it returns. */
        public Class<?> result() {
            return result;
        }
    }

    private final Kind kind;
    private final @Nullable RecordType<M> type;
    private final Arguments<M> arguments;
    private final Interception.Step<M> next;

    Operation(Kind kind, @Nullable RecordType<M> type, Arguments<M> arguments, Interception.Step<M> next) {
        this.kind = kind;
        this.type = type;
        this.arguments = arguments;
        this.next = next;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the model in the schema; empty for a raw query. */
    public Optional<String> model() {
        return Optional.ofNullable(type).map(RecordType::model);
    }

    /** Whether it is about records of this class. */
    public boolean isAbout(Class<? extends PrismaRecord> model) {
        return type != null && type.recordClass() == model;
    }

    /**
     * The same operation, with the type of its model.
     *
     * @throws IllegalArgumentException if it is about another one
     */
    @SuppressWarnings("unchecked") // It has just been looked at.
    public <N extends PrismaRecord> Operation<N> about(Class<N> model) {
        if (!isAbout(model)) {
            throw new IllegalArgumentException(this + " is not about " + model.getSimpleName());
        }
        return (Operation<N>) this;
    }

    /**
     * The field of this name, for an interceptor that goes by names; empty where the model has none.
     *
     * <p>{@code operation.field("tenantId").ifPresent(field -> operation.where(field.eq(tenant)))}
     */
    public Optional<TypedField<M, Object>> field(String name) {
        return Optional.ofNullable(type)
                .filter(known -> known.fields().contains(name))
                .map(known -> new TypedField<>(known.model(), name));
    }

    /**
     * Adds conditions: only records that fulfil them too are read or written.
     *
     * @throws InvalidQueryException if it is of a kind without conditions
     */
    @SafeVarargs
    public final Operation<M> where(Condition<M>... conditions) {
        if (!kind.hasWhere()) {
            throw new InvalidQueryException("An interceptor gave `" + this + "` a condition, which it cannot have. Ask"
                    + " `operation.kind().hasWhere()` first.");
        }
        arguments.where(conditions);
        return this;
    }

    /**
     * Adds values to what is written, to each record of several; they replace those that the caller gave to the same fields.
     *
     * @throws InvalidQueryException if it is of a kind that writes no values
     */
    @SafeVarargs
    public final Operation<M> data(FieldAssignment<M>... assignments) {
        if (!kind.hasData()) {
            throw new InvalidQueryException("An interceptor gave `" + this + "` a value, which it does not write. Ask"
                    + " `operation.kind().hasData()` first.");
        }
        arguments.data(List.of(assignments));
        return this;
    }

    /** Goes on, with the next interceptor or the database. May be called again, or not at all. */
    public Object proceed() {
        return next.proceed(kind, arguments);
    }

    /**
     * Updates the records that would have been deleted, and goes on: a soft deletion. Returns what the deletion would have.
     *
     * @throws InvalidQueryException if it is no deletion
     */
    @SafeVarargs
    public final Object updateInstead(FieldAssignment<M>... assignments) {
        return switch (kind) {
            case DELETE -> next.proceed(Kind.UPDATE, arguments.asUpdate(List.of(assignments)));
            case DELETE_MANY -> next.proceed(Kind.UPDATE_MANY, arguments.asUpdate(List.of(assignments)));
            default ->
                throw new InvalidQueryException("An interceptor asked `" + this + "` to update instead of deleting, but"
                        + " it does not delete.");
        };
    }

    /** The operation as one calls it, without its arguments: {@code User.findMany}. */
    @Override
    public String toString() {
        return type == null ? kind.method() : type.model() + "." + kind.method();
    }
}
