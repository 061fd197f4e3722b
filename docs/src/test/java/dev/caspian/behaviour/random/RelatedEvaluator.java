package dev.caspian.behaviour.random;

import dev.caspian.query.Condition;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes to the records in memory that refer to one record, or that are related to it by a many-to-many relation. */
final class RelatedEvaluator {

    private final Row own;
    private final RelationField end;
    private final Model target;
    private final WriteEvaluator records;

    RelatedEvaluator(Row own, RelationField end, WriteEvaluator records) {
        this.own = own;
        this.end = end;
        this.target = end.target();
        this.records = records;
    }

    void apply(NestedWrite<?> write) {
        if (!records.data().rows(own.model()).contains(own)) {
            throw new Unsettled("what follows when nested writes delete the record that they are nested in");
        }
        if (write instanceof NestedWrite.Create<?> create) {
            create(create.data());
        } else if (write instanceof NestedWrite.CreateMany<?> many) {
            createMany(many);
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            connect.records().forEach(where -> connect(find(where).orElseThrow(Refusal::notFound)));
        } else if (write instanceof NestedWrite.ConnectOrCreate<?> either) {
            find(either.where()).ifPresentOrElse(this::connect, () -> create(either.data()));
        } else if (write instanceof NestedWrite.Disconnect<?> disconnect) {
            disconnect(matching(disconnect.records()));
        } else if (write instanceof NestedWrite.SetTo<?> set) {
            set(set.records());
        } else if (write instanceof NestedWrite.Update<?> update) {
            records.update(existing(update.where()), update.data());
        } else if (write instanceof NestedWrite.UpdateMany<?> update) {
            records.updateMany(matching(update.where()), update.data());
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            matching(upsert.where()).stream()
                    .findFirst()
                    .ifPresentOrElse(row -> records.update(row, upsert.update()), () -> create(upsert.create()));
        } else if (write instanceof NestedWrite.Delete<?> delete) {
            delete.records().forEach(where -> records.tables().delete(List.of(existing(where))));
        } else if (write instanceof NestedWrite.DeleteMany<?> delete) {
            records.tables().delete(matching(delete.where()));
        }
    }

    private boolean isManyToMany() {
        return end.relation() instanceof Relation.ManyToMany;
    }

    private List<Row> related() {
        return records.data().related(own, end);
    }

    private Optional<Row> find(Unique<?> where) {
        return records.find(target, where);
    }

    /** The related records that fulfil the condition. */
    private List<Row> matching(Condition<?> where) {
        return matching(List.of(where));
    }

    /** The related records that fulfil one of the conditions. */
    private List<Row> matching(List<? extends Condition<?>> selected) {
        return related().stream()
                .filter(row ->
                        selected.stream().anyMatch(where -> records.conditions().all(List.of(where), row)))
                .toList();
    }

    private Row existing(Condition<?> where) {
        return matching(where).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** The foreign key that refers to the record; empty for a many-to-many relation. */
    private Map<String, @Nullable Object> key(boolean refers) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        if (end.relation() instanceof Relation.ForeignKey relation) {
            for (int i = 0; i < relation.fields().size(); i++) {
                String reference = relation.references().get(i).name();
                key.put(relation.fields().get(i).name(), refers ? own.get(reference) : null);
            }
        }
        return key;
    }

    private void create(NewRecord<?> record) {
        if (!isManyToMany()) {
            makeRoom(null);
        }
        Row created = records.create(target, record, key(true));
        if (isManyToMany()) {
            records.data().link(end, own, created, true);
        }
    }

    private void createMany(NestedWrite.CreateMany<?> many) {
        List<Row> created = records.createMany(target, many.data(), many.skipDuplicates(), key(true));
        if (isManyToMany()) {
            created.forEach(row -> records.data().link(end, own, row, true));
        }
    }

    private void connect(Row other) {
        if (isManyToMany()) {
            records.data().link(end, own, other, true);
        } else {
            makeRoom(other);
            records.updateAll(List.of(other), key(true));
        }
    }

    /** A one-to-one relation has room for one record: the previous one goes. */
    private void makeRoom(@Nullable Row next) {
        if (end.arity() != Arity.LIST) {
            disconnect(related().stream().filter(row -> row != next).toList());
        }
    }

    private void disconnect(List<Row> others) {
        if (isManyToMany()) {
            others.forEach(row -> records.data().link(end, own, row, false));
        } else if (!others.isEmpty() && end.opposite().arity() == Arity.REQUIRED) {
            throw Refusal.requiredRelation();
        } else {
            records.updateAll(others, key(false));
        }
    }

    private void set(List<? extends Unique<?>> selected) {
        List<Row> wanted = new ArrayList<>();
        selected.forEach(where -> wanted.add(find(where).orElseThrow(Refusal::notFound)));
        List<Row> before = related();
        disconnect(before.stream().filter(row -> !wanted.contains(row)).toList());
        wanted.stream().filter(row -> !before.contains(row)).forEach(this::connect);
    }
}
