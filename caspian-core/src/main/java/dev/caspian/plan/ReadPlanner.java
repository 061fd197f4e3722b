package dev.caspian.plan;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.FindMany;
import dev.caspian.query.IncludedRelation;
import dev.caspian.query.RelationCount;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.query.Unique;
import dev.caspian.record.Loaded;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import dev.caspian.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Plans queries that return records. Confined to one plan. */
final class ReadPlanner {

    private final Schema schema;
    private final RecordTypes types;
    private final Planning planning;
    private final ConditionPlanner conditions;
    private final OrderPlanner orders;

    ReadPlanner(Schema schema, RecordTypes types, Planning planning) {
        this.schema = schema;
        this.types = types;
        this.planning = planning;
        this.conditions = new ConditionPlanner(planning);
        this.orders = new OrderPlanner(planning, conditions);
    }

    /** One record, by its unique key. */
    ReadPlan unique(RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return unique(type, where, returning, select -> select);
    }

    /** One record, by its unique key, which is going to be deleted. */
    ReadPlan lockedForDelete(RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return unique(type, where, returning, select -> select.locked(Select.Lock.DELETE));
    }

    private ReadPlan unique(RecordType<?> type, Unique<?> where, Returning<?> returning, UnaryOperator<Select> finish) {
        Scope scope = Scope.of(schema.model(type.model()));
        Expression found = conditions.condition(where, scope);
        return returning(
                type,
                scope,
                returning,
                outputs -> finish.apply(Select.of(outputs, Tables.table(scope.model(), null), found)));
    }

    /** The records with these keys, which are those that tell one record from another. */
    KeyedPlan byKeys(RecordType<?> type, Returning<?> returning) {
        Scope scope = Scope.of(schema.model(type.model()));
        Outputs outputs = new Outputs(scope);
        List<ScalarField> identity = Tables.identity(scope.model());
        KeyColumns key = outputs.key(identity);
        Expression found = ReadPlan.inKeys(Tables.columns(scope.source(), identity), key.types());
        ReadPlan plan = new Returned(type, scope, outputs)
                .fields(returning)
                .finish(returning, columns -> Select.of(columns, Tables.table(scope.model(), null), found));
        return new KeyedPlan(plan, key);
    }

    /** All records of a query. */
    ReadPlan find(RecordType<?> type, FindMany<?> query) {
        Scope scope = Scope.of(schema.model(type.model()));
        RecordSelect select = new RecordSelect(scope, query, conditions, orders, planning);
        ReadPlan plan = returning(type, scope, query.returning(), select::finish);
        return select.isReversed() ? reversed(plan) : plan;
    }

    private static ReadPlan reversed(ReadPlan plan) {
        return new ReadPlan(
                plan.model(),
                plan.type(),
                plan.statement(),
                plan.loaded(),
                plan.columns(),
                plan.types(),
                plan.counts(),
                plan.relations(),
                true);
    }

    /**
     * Plans what is returned of the records of a statement.
     *
     * @param statement makes the statement that returns these columns
     */
    ReadPlan returning(
            RecordType<?> type, Scope scope, Returning<?> returning, Function<List<Output>, Statement> statement) {
        return new Returned(type, scope, new Outputs(scope)).fields(returning).finish(returning, statement);
    }

    /** What is returned of each record, on its way to a plan. */
    private final class Returned {

        private final RecordType<?> type;
        private final Scope scope;
        private final Outputs outputs;
        private final int[] columns;
        private final BitSet fields = new BitSet();
        private final BitSet relations = new BitSet();
        private final BitSet counted = new BitSet();
        private final List<ReadPlan.CountColumn> counts = new ArrayList<>();
        private final List<ReadPlan.RelationPlan> relationPlans = new ArrayList<>();

        Returned(RecordType<?> type, Scope scope, Outputs outputs) {
            this.type = type;
            this.scope = scope;
            this.outputs = outputs;
            this.columns = new int[type.fields().size()];
        }

        /** Adds the fields' own columns. */
        Returned fields(Returning<?> returning) {
            if (returning.selections().isEmpty()) {
                for (int i = 0; i < type.fields().size(); i++) {
                    fields.set(i, types.isReturned(type, type.fields().get(i)));
                }
            }
            for (Selection<?> selection : returning.selections()) {
                if (selection instanceof TypedField<?, ?> field) {
                    fields.set(type.fields().indexOf(field.name()));
                }
            }
            returning.omissions().forEach(field -> fields.clear(type.fields().indexOf(field.name())));
            for (int i = fields.nextSetBit(0); i >= 0; i = fields.nextSetBit(i + 1)) {
                columns[i] =
                        outputs.column(scope.model().scalarField(type.fields().get(i)));
            }
            return this;
        }

        /** Adds what is related, and finishes the statement that returns all of it. */
        ReadPlan finish(Returning<?> returning, Function<List<Output>, Statement> statement) {
            returning.selections().forEach(this::related);
            returning.includes().forEach(this::related);
            return new ReadPlan(
                    scope.model(),
                    type,
                    statement.apply(outputs.list()),
                    new Loaded(type, fields, relations, counted),
                    Arrays.stream(columns).boxed().toList(),
                    columnTypes(),
                    List.copyOf(counts),
                    List.copyOf(relationPlans),
                    false);
        }

        private List<ColumnType> columnTypes() {
            Model model = scope.model();
            return type.fields().stream()
                    .map(name -> Tables.type(model.scalarField(name)))
                    .toList();
        }

        private void related(Selection<?> selection) {
            if (selection instanceof IncludedRelation<?, ?> included) {
                relation(included.relation(), included.query());
            } else if (selection instanceof RelationCount<?> count) {
                int position = type.relations().indexOf(count.relation().name());
                requireOnce(counted, position, count.relation());
                counts.add(new ReadPlan.CountColumn(position, outputs.add(orders.count(count, scope))));
            } else if (selection instanceof TypedRelation<?, ?> relation) {
                relation(relation, new FindMany<>());
            }
        }

        private void requireOnce(BitSet present, int position, TypedRelation<?, ?> relation) {
            if (present.get(position)) {
                throw new InvalidQueryException("`" + relation + "` is included twice in the same query.");
            }
            present.set(position);
        }

        private void relation(TypedRelation<?, ?> relation, FindMany<?> query) {
            int position = type.relations().indexOf(relation.name());
            requireOnce(relations, position, relation);
            RelationField end = scope.relation(relation);
            RelatedSelect select = new RelatedSelect(end, planning);
            RecordSelect records = new RecordSelect(select, query, conditions, orders, planning);
            Outputs related = new Outputs(select.scope());
            Returned child =
                    new Returned(types.of(end.target().name()), select.scope(), related).fields(query.returning());
            KeyColumns childKey = select.key(related);
            ReadPlan plan = child.finish(query.returning(), records::finish);
            KeyColumns parentKey = outputs.key(Tables.ownKey(end));
            relationPlans.add(
                    new ReadPlan.RelationPlan(position, end.arity() == Arity.LIST, parentKey, childKey, plan));
        }
    }
}
