package dev.caspian.execute;

import dev.caspian.plan.ReadPlan;
import dev.caspian.sql.render.RenderedStatement;
import dev.caspian.sql.render.StatementRenderer;
import java.util.List;

/** A plan with its SQL, and that of its relations. Immutable, shared by all queries of its shape. */
final class RenderedRead {

    private final ReadPlan plan;
    private final RenderedStatement statement;
    private final int[] columns;
    private final List<RenderedRead> relations;
    private final List<Key> parentKeys;
    private final List<Key> childKeys;

    RenderedRead(ReadPlan plan, StatementRenderer renderer) {
        this.plan = plan;
        this.statement = renderer.render(plan.statement());
        this.columns = plan.columns().stream().mapToInt(Integer::intValue).toArray();
        this.relations = plan.relations().stream()
                .map(relation -> new RenderedRead(relation.plan(), renderer))
                .toList();
        this.parentKeys = plan.relations().stream()
                .map(relation -> new Key(relation.parentKey(), plan))
                .toList();
        this.childKeys = plan.relations().stream()
                .map(relation -> new Key(relation.childKey(), relation.plan()))
                .toList();
    }

    ReadPlan plan() {
        return plan;
    }

    RenderedStatement statement() {
        return statement;
    }

    /** The plan's columns; not to be changed. */
    int[] columns() {
        return columns;
    }

    /** The statements of the plan's relations, in the same order. */
    List<RenderedRead> relations() {
        return relations;
    }

    /** The keys of the plan's relations in its own records, in the same order. */
    List<Key> parentKeys() {
        return parentKeys;
    }

    /** The same keys in the related records. */
    List<Key> childKeys() {
        return childKeys;
    }
}
