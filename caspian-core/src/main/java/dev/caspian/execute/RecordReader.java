package dev.caspian.execute;

import dev.caspian.jdbc.ResultRow;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.plan.ReadPlan;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans that return records, and puts related records into them: one statement for each relation, whatever the
 * number of records. Thread-safe.
 */
final class RecordReader {

    private final StatementRunner statements;

    RecordReader(StatementRunner statements) {
        this.statements = statements;
    }

    /** The records of a plan, complete with their relations. */
    <M extends PrismaRecord> List<M> read(
            Connection connection, RenderedRead read, List<? extends @Nullable Object> arguments) throws SQLException {
        return this.<M>records(connection, read, arguments, List.of(), null, Integer.MAX_VALUE)
                .list();
    }

    /** The one record of a plan whose statement returns no more, if it returns any. */
    <M extends PrismaRecord> Optional<M> readOne(
            Connection connection, RenderedRead read, List<? extends @Nullable Object> arguments) throws SQLException {
        return this.<M>records(connection, read, arguments, List.of(), null, 1).list().stream()
                .findFirst();
    }

    /** The records of a plan without relations, which a write returns. */
    <M extends PrismaRecord> StatementRunner.Execution<List<M>> rows(RenderedRead write) {
        return StatementRunner.reading(result -> {
            Records<M> rows = new Records<>(write, null, statements.codec());
            rows.read(Integer.MAX_VALUE, result);
            return rows.list();
        });
    }

    /** The records of a list of keys, in the order of the keys; without those that do not exist. */
    <M extends PrismaRecord> List<M> readByKeys(
            Connection connection,
            Plans.RenderedKeyed keyed,
            List<? extends @Nullable Object> arguments,
            List<Object> keys)
            throws SQLException {
        Map<Object, List<M>> byKey = new HashMap<>();
        this.<M>records(connection, keyed.read(), arguments, keys, keyed.key(), Integer.MAX_VALUE)
                .groupInto(byKey);
        List<M> ordered = new ArrayList<>();
        for (Object key : keys) {
            ordered.addAll(byKey.getOrDefault(Key.comparable(key), List.of()));
        }
        return ordered;
    }

    private <M extends PrismaRecord> Records<M> records(
            Connection connection,
            RenderedRead read,
            List<? extends @Nullable Object> arguments,
            List<?> parents,
            @Nullable Key ownKey,
            int most)
            throws SQLException {
        Records<M> records = statements.query(connection, read.statement(), arguments, parents, result -> {
            Records<M> rows = new Records<>(read, ownKey, statements.codec());
            rows.read(most, result);
            return rows;
        });
        relate(connection, records, arguments);
        return records;
    }

    /** Completes records with their relations. */
    <M extends PrismaRecord> void relate(
            Connection connection, Records<M> records, List<? extends @Nullable Object> arguments) throws SQLException {
        List<ReadPlan.RelationPlan> relations = records.read.plan().relations();
        for (int i = 0; i < relations.size(); i++) {
            relate(connection, records, i, arguments);
        }
    }

    private <M extends PrismaRecord, R extends PrismaRecord> void relate(
            Connection connection, Records<M> parents, int index, List<? extends @Nullable Object> arguments)
            throws SQLException {
        ReadPlan.RelationPlan relation = parents.read.plan().relations().get(index);
        Map<Object, Object> keys = parents.distinctKeys(index);
        Map<Object, List<R>> byParent = new HashMap<>();
        if (!keys.isEmpty()) {
            Records<R> children = records(
                    connection,
                    parents.read.relations().get(index),
                    arguments,
                    new ArrayList<>(keys.values()),
                    parents.read.childKeys().get(index),
                    Integer.MAX_VALUE);
            children.groupInto(byParent);
        }
        for (int i = 0; i < parents.records.size(); i++) {
            Object key = parents.relationKeys.get(index).get(i);
            List<R> related = key == null ? List.of() : byParent.getOrDefault(Key.comparable(key), List.of());
            parents.type.relate(
                    parents.records.get(i),
                    relation.relation(),
                    relation.list()
                            ? Collections.unmodifiableList(related)
                            : related.isEmpty() ? null : related.get(0));
        }
    }

    /** Records on their way from a result to a caller, with the keys by which they are put together. */
    static final class Records<M extends PrismaRecord> {

        private final RenderedRead read;
        private final RecordType<M> type;
        private final ValueCodec codec;
        private final @Nullable Key ownKey;
        private final List<Key> keys;
        private final List<M> records = new ArrayList<>();
        private final List<Object> ownKeys = new ArrayList<>();
        private final List<List<@Nullable Object>> relationKeys = new ArrayList<>();

        @SuppressWarnings("unchecked") // A plan is made for the type that asks for it.
        Records(RenderedRead read, @Nullable Key ownKey, ValueCodec codec) {
            this.read = read;
            this.type = (RecordType<M>) read.plan().type();
            this.codec = codec;
            this.ownKey = ownKey;
            this.keys = read.parentKeys();
            keys.forEach(key -> relationKeys.add(new ArrayList<>()));
        }

        List<M> list() {
            return records;
        }

        void read(int most, ResultSet result) throws SQLException {
            readAtMost(most, result);
            if (read.plan().reversed()) {
                Collections.reverse(records);
                relationKeys.forEach(Collections::reverse);
            }
        }

        /** Reads on, and says whether there may be more. */
        boolean readAtMost(int count, ResultSet result) throws SQLException {
            ReadPlan plan = read.plan();
            ResultRow row = new ResultRow(result, codec, plan.loaded(), read.columns(), plan.types());
            while (records.size() < count) {
                if (!result.next()) {
                    return false;
                }
                M record = type.read(row);
                for (ReadPlan.CountColumn counted : plan.counts()) {
                    type.count(record, counted.relation(), codec.longValue(result, counted.column()));
                }
                records.add(record);
                for (int i = 0; i < keys.size(); i++) {
                    relationKeys.get(i).add(keys.get(i).of(record, type, result, codec));
                }
                if (ownKey != null) {
                    Object key = ownKey.of(record, type, result, codec);
                    if (key == null) {
                        throw new IllegalStateException("A related record without the key that it was found by");
                    }
                    ownKeys.add(key);
                }
            }
            return true;
        }

        /** The keys of a relation, by their comparable form; records without one have no related records. */
        Map<Object, Object> distinctKeys(int relation) {
            Map<Object, Object> keys = new LinkedHashMap<>();
            for (Object key : relationKeys.get(relation)) {
                if (key != null) {
                    keys.putIfAbsent(Key.comparable(key), key);
                }
            }
            return keys;
        }

        void groupInto(Map<Object, List<M>> byParent) {
            Object parent = null;
            List<M> group = List.of();
            for (int i = 0; i < records.size(); i++) {
                Object key = Key.comparable(ownKeys.get(i));
                // Most come one after the other, and to compare costs less than to look up.
                if (!key.equals(parent)) {
                    parent = key;
                    group = byParent.computeIfAbsent(key, first -> new ArrayList<>());
                }
                group.add(records.get(i));
            }
        }
    }
}
