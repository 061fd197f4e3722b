package dev.caspian.migrate.diff;

import dev.caspian.database.QualifiedName;
import dev.caspian.database.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the steps of a migration as a list for a person, in the layout of {@code prisma migrate diff}: what is added, what
 * is removed, and what changes in each enum and table. Confined to one call.
 */
public final class DifferenceSummary {

    private final Map<String, List<String>> added = new TreeMap<>();
    private final Map<String, List<String>> removed = new TreeMap<>();
    private final Map<QualifiedName, List<String>> enums = new TreeMap<>();
    private final Map<QualifiedName, List<String>> redefined = new TreeMap<>();
    private final Map<QualifiedName, List<String>> tables = new TreeMap<>();

    private DifferenceSummary() {}

    /** The list, which begins with a line feed and ends with one; or a sentence if there is no step. */
    public static String of(List<Step> steps) {
        if (steps.isEmpty()) {
            return "No difference detected.\n";
        }
        DifferenceSummary summary = new DifferenceSummary();
        steps.forEach(summary::step);
        return summary.text();
    }

    private void step(Step step) {
        if (step instanceof Step.CreateSchema create) {
            add(added, "Schemas", create.namespace());
        } else if (step instanceof Step.CreateExtension create) {
            add(added, "extensions", create.extension().name());
        } else if (step instanceof Step.DropExtension drop) {
            add(removed, "extensions", drop.extension().name());
        } else if (step instanceof Step.CreateEnum create) {
            add(added, "enums", create.definition().name());
        } else if (step instanceof Step.DropEnum drop) {
            add(removed, "enums", drop.definition().name());
        } else if (step instanceof Step.CreateTable create) {
            add(added, "tables", create.table().name());
        } else if (step instanceof Step.DropTable drop) {
            add(removed, "tables", drop.table().name());
        } else if (step instanceof Step.AlterEnum alter) {
            alter.added().forEach(value -> add(enums, alter.previous().name(), "[+] Added variant `" + value + "`"));
            alter.removed()
                    .forEach(value -> add(enums, alter.previous().name(), "[-] Removed variant `" + value + "`"));
        } else if (step instanceof Step.RedefineTables redefine) {
            redefine.tables().forEach(this::redefined);
        } else if (step instanceof Step.AlterTable alter) {
            alter.changes().forEach(change -> add(tables, alter.previous().name(), ColumnSummary.of(change)));
        } else if (step instanceof Step.RenameTable rename) {
            add(tables, rename.previous().name(), "[*] Renamed the table to `" + rename.next() + "`");
        } else if (step instanceof Step.RenameColumn rename) {
            add(
                    tables,
                    rename.table(),
                    "[*] Renamed column `" + rename.previous().name() + "` to `" + rename.next() + "`");
        } else if (step instanceof Step.SwapColumns swap) {
            add(
                    tables,
                    swap.table(),
                    "[*] Swapped the names of columns `" + swap.first() + "` and `" + swap.second() + "`");
        } else {
            keysAndIndexes(step);
        }
    }

    private void keysAndIndexes(Step step) {
        if (step instanceof Step.DropForeignKey drop) {
            add(
                    tables,
                    drop.table(),
                    "[-] Removed foreign key"
                            + ColumnSummary.on(drop.foreignKey().columns()));
        } else if (step instanceof Step.AddForeignKey create) {
            add(
                    tables,
                    create.table(),
                    "[+] Added foreign key"
                            + ColumnSummary.on(create.foreignKey().columns()));
        } else if (step instanceof Step.RenameForeignKey rename) {
            add(
                    tables,
                    rename.table(),
                    "[*] Renamed the foreign key `" + rename.previous().name() + "` to `"
                            + rename.next().name() + "`");
        } else if (step instanceof Step.DropIndex drop) {
            add(
                    tables,
                    drop.table(),
                    "[-] Removed " + kind(drop.index())
                            + ColumnSummary.on(drop.index().columnNames()));
        } else if (step instanceof Step.CreateIndex create) {
            add(
                    tables,
                    create.table(),
                    "[+] Added " + kind(create.index())
                            + ColumnSummary.on(create.index().columnNames()));
        } else if (step instanceof Step.RenameIndex rename) {
            add(
                    tables,
                    rename.table(),
                    "[*] Renamed index `" + rename.previous().name() + "` to `"
                            + rename.next().name() + "`");
        } else if (step instanceof Step.RedefineIndex redefine) {
            add(
                    tables,
                    redefine.table(),
                    "[*] Redefined index `" + redefine.previous().name() + "`");
        } else if (step instanceof Step.AlterPrimaryKey alter) {
            add(tables, alter.previous().name(), "[*] Changed the primary key");
        } else {
            throw new IllegalStateException("No words for the step " + step.heading());
        }
    }

    private void redefined(RedefinedTable table) {
        List<String> lines = redefined.computeIfAbsent(table.previous().name(), name -> new ArrayList<>());
        if (table.dropsPrimaryKey()) {
            lines.add("[*] Changed the primary key");
        }
        table.dropped().forEach(column -> lines.add(ColumnSummary.removed(column)));
        table.added().forEach(column -> lines.add(ColumnSummary.added(column)));
        table.kept().stream()
                .filter(ColumnChange::isChanged)
                .forEach(change -> lines.add(ColumnSummary.altered(change)));
    }

    private static void add(Map<String, List<String>> groups, String kind, Object name) {
        groups.computeIfAbsent(kind, key -> new ArrayList<>()).add("- " + name);
    }

    private static void add(Map<QualifiedName, List<String>> changed, QualifiedName name, String line) {
        changed.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        added.forEach((kind, names) -> block(text, "[+] Added " + kind, names));
        removed.forEach((kind, names) -> block(text, "[-] Removed " + kind, names));
        enums.forEach((name, lines) -> block(text, "[*] Changed the `" + name + "` enum", lines));
        redefined.forEach((name, lines) -> block(text, "[*] Redefined table `" + name + "`", lines));
        tables.forEach((name, lines) -> block(text, "[*] Changed the `" + name + "` table", lines));
        return text.toString();
    }

    private static void block(StringBuilder text, String heading, List<String> lines) {
        text.append('\n').append(heading).append('\n');
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }

    private static String kind(TableIndex index) {
        return switch (index.kind()) {
            case UNIQUE -> "unique index";
            case NORMAL -> "index";
            case FULLTEXT -> "fulltext index";
        };
    }
}
