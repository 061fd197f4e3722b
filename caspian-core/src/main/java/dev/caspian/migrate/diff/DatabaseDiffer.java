package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.Extension;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.TablePair.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the steps that turn one state of a database into another. Stateless but for the rules of the database.
 *
 * <p>The steps come in the order of Prisma Migrate: whatever stands in the way is dropped first, and foreign keys are
 * added last, when every table is there.
 */
public final class DatabaseDiffer {

    private final DiffRules rules;

    public DatabaseDiffer(DiffRules rules) {
        this.rules = rules;
    }

    /** The steps that lead from {@code previous} to {@code next}; empty when there is nothing to do. */
    public List<Step> diff(DatabaseState previous, DatabaseState next) {
        return new Comparison(rules, previous, next).steps();
    }

    /** One comparison; confined to one call. */
    private static final class Comparison {

        private final DiffRules rules;
        private final DatabaseState previous;
        private final DatabaseState next;
        private final List<TablePair> pairs = new ArrayList<>();
        private final List<TablePair> redefined = new ArrayList<>();
        private final List<Table> dropped;
        private final StepList steps;

        Comparison(DiffRules rules, DatabaseState before, DatabaseState next) {
            Renaming renaming = new Renaming(before, next);
            this.rules = rules;
            this.previous = renaming.state();
            this.next = next;
            this.steps = new StepList(previous, next);
            renaming.steps().forEach(steps::add);
            this.dropped = previous.tables().stream()
                    .filter(table -> next.table(table.name()).isEmpty())
                    .toList();
            for (Table table : previous.tables()) {
                next.table(table.name()).ifPresent(other -> {
                    TablePair pair = new TablePair(table, other, rules);
                    (mustBeRedefined(pair) ? redefined : pairs).add(pair);
                });
            }
        }

        List<Step> steps() {
            next.namespaces().stream()
                    .filter(namespace -> !previous.namespaces().contains(namespace))
                    .forEach(namespace -> steps.add(new Step.CreateSchema(namespace)));
            next.extensions().forEach(this::compareExtension);
            compareEnums();
            dropTables();
            createTables();
            pairs.forEach(this::alter);
            redefineTables();
            return steps.inOrder();
        }

        /** Extensions that the schema does not name are left alone. */
        private void compareExtension(Extension asked) {
            Extension installed = previous.extensions().stream()
                    .filter(extension -> extension.name().equals(asked.name()))
                    .findFirst()
                    .orElse(null);
            if (installed == null) {
                steps.add(new Step.CreateExtension(asked));
            } else if (!installed.serves(asked)) {
                steps.add(new Step.DropExtension(installed));
                steps.add(new Step.CreateExtension(asked));
            }
        }

        private boolean mustBeRedefined(TablePair pair) {
            return rules.redefinesTables()
                    && (pair.losesPrimaryKey()
                            || pair.gainsPrimaryKey()
                            || !pair.dropped().isEmpty()
                            || pair.added().stream().anyMatch(column -> !canBeAddedInPlace(column))
                            || !pair.changed().isEmpty()
                            || !pair.createdForeignKeys().isEmpty()
                            || !pair.droppedForeignKeys().isEmpty());
        }

        /** SQLite adds neither required columns nor those whose default it would have to compute for each row. */
        private static boolean canBeAddedInPlace(Column column) {
            return !column.isRequired()
                    && (column.defaultValue() == null || column.defaultValue() instanceof ColumnDefault.Literal);
        }

        private void compareEnums() {
            for (EnumDefinition type : previous.enums()) {
                next.enumDefinition(type.name())
                        .ifPresentOrElse(other -> compareEnums(type, other), () -> steps.add(new Step.DropEnum(type)));
            }
            next.enums().stream()
                    .filter(type -> previous.enumDefinition(type.name()).isEmpty())
                    .forEach(type -> steps.add(new Step.CreateEnum(type)));
        }

        private void compareEnums(EnumDefinition former, EnumDefinition latter) {
            List<String> added = new ArrayList<>(latter.values());
            added.removeAll(former.values());
            List<String> removed = new ArrayList<>(former.values());
            removed.removeAll(latter.values());
            if (!added.isEmpty() || !removed.isEmpty()) {
                steps.add(new Step.AlterEnum(
                        former, latter, added, removed, defaultsOf(former.name()), columnsOf(latter.name())));
            }
        }

        private List<EnumDefault> defaultsOf(QualifiedName type) {
            List<EnumDefault> defaults = new ArrayList<>();
            for (Table table : dropped) {
                table.columns().forEach(column -> addDefault(defaults, type, table.name(), column, null));
            }
            for (TablePair pair : kept()) {
                QualifiedName table = pair.previous().name();
                pair.dropped().forEach(column -> addDefault(defaults, type, table, column, null));
                pair.keptByName()
                        .forEach(change -> addDefault(defaults, type, table, change.previous(), change.next()));
            }
            return defaults;
        }

        private static void addDefault(
                List<EnumDefault> defaults,
                QualifiedName type,
                QualifiedName table,
                Column former,
                @Nullable Column latter) {
            if (!isOf(type, former) || former.defaultValue() == null) {
                return;
            }
            if (latter != null && isOf(type, latter)) {
                defaults.add(new EnumDefault(table, latter, former.defaultValue(), latter.defaultValue()));
            } else {
                defaults.add(new EnumDefault(table, former, former.defaultValue(), null));
            }
        }

        private List<TablePair> kept() {
            List<TablePair> kept = new ArrayList<>(pairs);
            kept.addAll(redefined);
            return kept;
        }

        /** Every present column of the enum, as all of them hold on to the old type; those that stay come first. */
        private List<EnumColumn> columnsOf(QualifiedName type) {
            List<EnumColumn> columns = new ArrayList<>();
            for (Table table : next.tables()) {
                for (Column column : table.columns()) {
                    if (isOf(type, column)) {
                        column(previous, table.name(), column.name())
                                .filter(former -> isOf(type, former))
                                .ifPresent(former -> columns.add(new EnumColumn(table.name(), former)));
                    }
                }
            }
            for (Table table : previous.tables()) {
                for (Column column : table.columns()) {
                    boolean stays = column(next, table.name(), column.name())
                            .filter(latter -> isOf(type, latter))
                            .isPresent();
                    if (isOf(type, column) && !stays) {
                        columns.add(new EnumColumn(table.name(), column));
                    }
                }
            }
            return columns;
        }

        private static Optional<Column> column(DatabaseState state, QualifiedName table, String name) {
            return state.table(table).flatMap(found -> found.column(name));
        }

        private static boolean isOf(QualifiedName type, Column column) {
            return column.type() instanceof ColumnType.Enumerated enumerated
                    && enumerated.definition().name().equals(type);
        }

        private void dropTables() {
            for (Table table : dropped) {
                steps.add(new Step.DropTable(table));
                if (!rules.redefinesTables()) {
                    table.foreignKeys().forEach(key -> steps.add(new Step.DropForeignKey(table.name(), key)));
                } else if (!redefined.isEmpty()) {
                    table.indexes().forEach(index -> steps.add(new Step.DropIndex(table.name(), index)));
                }
            }
        }

        private void createTables() {
            for (Table table : next.tables()) {
                if (previous.table(table.name()).isPresent()) {
                    continue;
                }
                steps.add(new Step.CreateTable(table));
                if (!rules.redefinesTables()) {
                    table.foreignKeys().forEach(key -> steps.add(new Step.AddForeignKey(table.name(), key)));
                }
                if (!rules.createsIndexesWithTables()) {
                    table.indexes()
                            .forEach(index -> steps.add(new Step.CreateIndex(table.name(), index, false, false)));
                }
            }
        }

        private void alter(TablePair pair) {
            alterForeignKeys(pair);
            alterIndexes(pair);
            if (rules.altersPrimaryKeys() && pair.replacesPrimaryKey()) {
                steps.add(new Step.AlterPrimaryKey(pair.previous(), pair.next()));
            }
            List<TableChange> changes = changes(pair);
            if (!changes.isEmpty()) {
                steps.add(new Step.AlterTable(pair.previous(), pair.next(), changes));
            }
        }

        private void alterForeignKeys(TablePair pair) {
            QualifiedName table = pair.next().name();
            pair.droppedForeignKeys().forEach(key -> steps.add(new Step.DropForeignKey(table, key)));
            pair.createdForeignKeys().forEach(key -> steps.add(new Step.AddForeignKey(table, key)));
            if (rules.redefinesTables()) {
                return;
            }
            for (Match<ForeignKey> match : pair.keptForeignKeys()) {
                if (losesItsKey(match.previous())) {
                    steps.add(new Step.DropForeignKey(table, match.previous()));
                    steps.add(new Step.AddForeignKey(table, match.next()));
                    continue;
                }
                if (isJoinTable(pair)
                        || match.previous().name() == null
                        || match.next().name() == null
                        || match.previous().name().equals(match.next().name())) {
                    continue;
                }
                if (rules.renamesForeignKeys()) {
                    steps.add(new Step.RenameForeignKey(table, match.previous(), match.next()));
                } else {
                    steps.add(new Step.DropForeignKey(table, match.previous()));
                    steps.add(new Step.AddForeignKey(table, match.next()));
                }
            }
        }

        /** A foreign key leans on a key of the table that it refers to, and stands in its way. */
        private boolean losesItsKey(ForeignKey foreignKey) {
            return pairs.stream()
                    .filter(pair -> pair.next().name().equals(foreignKey.referencedTable()))
                    .anyMatch(pair -> pair.losesKey(foreignKey.referencedColumns()));
        }

        /** The keys of join tables had no names in early versions of Prisma, and are left as they are. */
        private static boolean isJoinTable(TablePair pair) {
            return isJoinTable(pair.previous()) && isJoinTable(pair.next());
        }

        private static boolean isJoinTable(Table table) {
            return table.columns().size() == 2
                    && table.column("A").isPresent()
                    && table.column("B").isPresent();
        }

        private void alterIndexes(TablePair pair) {
            QualifiedName table = pair.next().name();
            pair.droppedIndexes().forEach(index -> steps.add(new Step.DropIndex(table, index)));
            pair.createdIndexes().forEach(index -> steps.add(new Step.CreateIndex(table, index, true, false)));
            for (Match<TableIndex> match : pair.keptIndexes()) {
                if (!match.previous().name().equals(match.next().name()) && !rules.hasFixedName(match.previous())) {
                    steps.add(
                            rules.renamesIndexes()
                                    ? new Step.RenameIndex(table, match.previous(), match.next())
                                    : new Step.RedefineIndex(table, match.previous(), match.next()));
                }
                if (rules.dropsIndexesWithColumns() && isLostWithColumns(pair, match.next())) {
                    steps.add(new Step.CreateIndex(table, match.next(), true, true));
                }
            }
        }

        private static boolean isLostWithColumns(TablePair pair, TableIndex index) {
            return pair.kept().stream()
                    .anyMatch(change -> change.cast() == CastRisk.NOT_CASTABLE
                            && (index.columnNames().contains(change.next().name())
                                    || PredicateComparator.mentions(
                                            index.condition(), change.next().name())));
        }

        private List<TableChange> changes(TablePair pair) {
            boolean keepsKeyInPlace = rules.altersPrimaryKeys() && pair.replacesPrimaryKey();
            List<TableChange> changes = new ArrayList<>();
            PrimaryKey former = pair.previous().primaryKey();
            PrimaryKey latter = pair.next().primaryKey();
            if (former != null && pair.losesPrimaryKey() && !keepsKeyInPlace) {
                changes.add(new TableChange.DropPrimaryKey(former));
            }
            if (pair.renamesPrimaryKey() && !pair.replacesPrimaryKey()) {
                changes.add(new TableChange.RenamePrimaryKey(
                        Objects.requireNonNull(former), Objects.requireNonNull(latter)));
            }
            pair.dropped().forEach(column -> changes.add(new TableChange.DropColumn(column)));
            pair.added().forEach(column -> changes.add(new TableChange.AddColumn(column)));
            for (ColumnChange change : pair.changed()) {
                changes.add(
                        change.cast() == CastRisk.NOT_CASTABLE
                                ? new TableChange.RecreateColumn(change)
                                : new TableChange.AlterColumn(change));
            }
            if (latter != null && pair.gainsPrimaryKey() && !keepsKeyInPlace) {
                changes.add(new TableChange.AddPrimaryKey(latter));
            }
            return changes;
        }

        private void redefineTables() {
            List<RedefinedTable> tables = redefined.stream()
                    .map(pair -> new RedefinedTable(
                            pair.previous(),
                            pair.next(),
                            pair.losesPrimaryKey(),
                            pair.keptByName(),
                            pair.added(),
                            pair.dropped()))
                    .toList();
            if (!tables.isEmpty()) {
                steps.add(new Step.RedefineTables(tables));
            }
        }
    }
}
