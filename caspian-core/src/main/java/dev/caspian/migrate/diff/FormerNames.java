package dev.caspian.migrate.diff;

import dev.caspian.database.QualifiedName;
import java.util.List;

/** How tables and columns are called before a migration renames them, which is when rows are counted. Immutable. */
final class FormerNames {

    private final List<Step> steps;

    FormerNames(List<Step> steps) {
        this.steps = steps;
    }

    QualifiedName table(QualifiedName table) {
        for (Step step : steps) {
            if (step instanceof Step.RenameTable rename && rename.next().equals(table)) {
                return rename.previous().name();
            }
        }
        return table;
    }

    /**
     * The former name of a column.
     *
     * @param table its table as it is called afterwards
     */
    String column(QualifiedName table, String column) {
        for (Step step : steps) {
            if (step instanceof Step.RenameColumn rename
                    && rename.table().equals(table)
                    && rename.next().equals(column)) {
                return rename.previous().name();
            }
        }
        return column;
    }

    List<String> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> column(table, column)).toList();
    }
}
