package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Rename;
import dev.caspian.database.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out the renames that the next state tells of, as far as the previous one has the former names. What is left to
 * compare is a database in which everything has its new name, whose keys and indexes then get theirs.
 *
 * <p>A former name that is not there, or that the next state still has, tells of nothing: it may stay in the schema after
 * it was applied. Confined to one comparison.
 */
final class Renaming {

    private final DatabaseState next;
    private final List<Step> steps = new ArrayList<>();
    private final Map<QualifiedName, QualifiedName> formerTables = new HashMap<>();
    private DatabaseState state;

    Renaming(DatabaseState previous, DatabaseState next) {
        this.state = previous;
        this.next = next;
        for (Rename rename : next.renames()) {
            if (rename instanceof Rename.OfTable table) {
                rename(table);
            } else if (rename instanceof Rename.OfColumn column) {
                rename(column);
            } else if (rename instanceof Rename.OfJoinTable joined) {
                rename(joined);
            }
        }
    }

    /** The previous state under the new names. */
    DatabaseState state() {
        return state;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private boolean rename(Rename.OfTable rename) {
        Optional<Table> former = state.table(rename.former());
        if (former.isEmpty()
                || state.table(rename.name()).isPresent()
                || next.table(rename.former()).isPresent()) {
            return false;
        }
        steps.add(new Step.RenameTable(former.get(), rename.name()));
        formerTables.put(rename.name(), rename.former());
        state = RenamedState.table(state, rename.former(), rename.name());
        return true;
    }

    private void rename(Rename.OfColumn rename) {
        Table table = state.table(rename.table()).orElse(null);
        Table latter = next.table(rename.table()).orElse(null);
        if (table == null || latter == null || latter.column(rename.former()).isPresent()) {
            return;
        }
        Optional<Column> former = table.column(rename.former());
        if (former.isPresent() && table.column(rename.name()).isEmpty()) {
            steps.add(new Step.RenameColumn(rename.table(), former.get(), rename.name()));
            state = RenamedState.column(state, rename.table(), rename.former(), rename.name());
        }
    }

    /** {@code A} is the model whose name comes first, and a new name may come elsewhere. */
    private void rename(Rename.OfJoinTable rename) {
        if (!formerTables.containsKey(rename.a()) && !formerTables.containsKey(rename.b())) {
            return;
        }
        String formerA = formerModel(rename.a(), rename.aModel());
        String formerB = formerModel(rename.b(), rename.bModel());
        boolean swapped = formerA.compareTo(formerB) > 0;
        if (rename.derived()) {
            String former = swapped ? "_" + formerB + "To" + formerA : "_" + formerA + "To" + formerB;
            if (!rename.name().name().equals(former)
                    && !rename(new Rename.OfTable(rename.name().sibling(former), rename.name()))) {
                return;
            }
        }
        if (swapped && state.table(rename.name()).isPresent()) {
            steps.add(new Step.SwapColumns(rename.name(), "A", "B"));
            state = RenamedState.column(state, rename.name(), "A", "\u0000");
            state = RenamedState.column(state, rename.name(), "B", "A");
            state = RenamedState.column(state, rename.name(), "\u0000", "B");
        }
    }

    private String formerModel(QualifiedName table, String model) {
        QualifiedName former = formerTables.get(table);
        return former == null ? model : former.name();
    }
}
