package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.introspect.Unmodelled;
import dev.caspian.introspect.Unmodelled.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Says what a schema could not take over from a database: to the person who pulls, and above new models. */
final class Remarks {

    private static final Map<Kind, String> WARNINGS = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.VIEW, "The schema leaves out these views"),
            Map.entry(Kind.PARTITIONED_TABLE, "These tables are partitioned, which the schema cannot say"),
            Map.entry(Kind.PARENT_TABLE, "Other tables inherit from these, which the schema cannot say"),
            Map.entry(Kind.ROW_LEVEL_SECURITY, "These tables have row level security, which the schema cannot say"),
            Map.entry(Kind.CHECK_CONSTRAINT, "The schema leaves out these check constraints"),
            Map.entry(Kind.EXCLUSION_CONSTRAINT, "The schema leaves out these exclusion constraints"),
            Map.entry(Kind.DEFERRABLE_CONSTRAINT, "The schema cannot say that these constraints are deferrable"),
            Map.entry(Kind.EXPRESSION_INDEX, "The schema leaves out these indexes on expressions"),
            Map.entry(Kind.NULLS_ORDER, "The schema cannot say where these indexes have their nulls"),
            Map.entry(Kind.GENERATED_COLUMN, "The schema cannot say that these columns are generated"),
            Map.entry(Kind.TRIGGER, "The schema leaves out these triggers"),
            Map.entry(Kind.COMMENT, "The schema leaves out the comments on these tables and columns")));

    /** What a person who reads the model alone should know, because a new table made from it would lack it. */
    private static final Map<Kind, String> COMMENTS = new EnumMap<>(
            Map.of(
                    Kind.PARTITIONED_TABLE,
                            "This table is partitioned, which only a migration written by hand can say.",
                    Kind.PARENT_TABLE,
                            "Other tables inherit from this one, which only a migration written by hand can say.",
                    Kind.ROW_LEVEL_SECURITY,
                            "This table has row level security, which only a migration written by hand can say.",
                    Kind.CHECK_CONSTRAINT,
                            "This table has check constraints, which only a migration written by hand can say.",
                    Kind.EXCLUSION_CONSTRAINT,
                            "This table has exclusion constraints, which only a migration written by hand can say.",
                    Kind.DEFERRABLE_CONSTRAINT,
                            "This table has deferrable constraints, which only a migration written by hand can say.",
                    Kind.EXPRESSION_INDEX,
                            "This table has an index on an expression, which only a migration written by hand can say.",
                    Kind.NULLS_ORDER,
                            "This table has an index with its own order of nulls, which only a migration written by hand can say."));

    private final PullContext context;
    private final List<Unmodelled> unmodelled;

    Remarks(PullContext context, List<Unmodelled> unmodelled) {
        this.context = context;
        this.unmodelled = List.copyOf(unmodelled);
    }

    /** The comments above the new model of a table. */
    List<String> comments(Table table) {
        Set<String> comments = new LinkedHashSet<>();
        String ownName = table.name().name();
        if (context.names().model(table.name()).equals("Renamed" + SchemaName.of(ownName))) {
            comments.add("The table is called `" + ownName + "`, which no model can be.");
        }
        if (!PullContext.hasCriterion(table)) {
            comments.add("Nothing tells the rows of this table apart, so the client leaves it out.");
        }
        for (Unmodelled one : unmodelled) {
            String comment = COMMENTS.get(one.kind());
            if (comment != null && one.table().equals(table.name())) {
                comments.add(comment);
            }
        }
        return List.copyOf(comments);
    }

    List<String> warnings(DatabaseState live) {
        List<String> warnings = new ArrayList<>();
        List<Table> tables = live.tables().stream()
                .filter(table -> !context.isJoinTable(table))
                .toList();
        add(
                warnings,
                "These tables have no columns, so they have no models",
                names(tables, table -> table.columns().isEmpty()));
        add(
                warnings,
                "Nothing tells the rows of these tables apart, so their models are ignored by the client. Give them a"
                        + " primary key, or a unique key whose columns are NOT NULL",
                names(tables, table -> !table.columns().isEmpty() && !PullContext.hasCriterion(table)));
        add(
                warnings,
                "Several things would have the same name, so these have another one",
                context.names().renamed());
        List<String> unsupported = new ArrayList<>();
        List<String> nameless = new ArrayList<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Unsupported type) {
                    unsupported.add(quoted(table.name() + "." + column.name()) + " (" + type.sql() + ")");
                }
                if (SchemaName.isMadeUp(column.name())) {
                    nameless.add(quoted(table.name() + "." + column.name()));
                }
            }
        }
        live.enums()
                .forEach(type -> type.values().stream()
                        .filter(SchemaName::isMadeUp)
                        .forEach(value -> nameless.add(quoted(type.name() + "." + value))));
        add(warnings, "The client has no type for these columns, and leaves them out", unsupported);
        add(warnings, "No name can be made of these, so give them a better one than theirs in the schema", nameless);
        add(
                warnings,
                "The schema leaves out these indexes, because it would need a generator with the preview feature"
                        + " `partialIndexes`, or because it has no type like theirs",
                tables.stream()
                        .flatMap(table -> table.indexes().stream()
                                .filter(index -> !context.keys().canSay(index))
                                .map(index -> quoted(table.name() + "." + index.name())))
                        .toList());
        for (Kind kind : Kind.values()) {
            add(
                    warnings,
                    String.valueOf(WARNINGS.get(kind)),
                    unmodelled.stream()
                            .filter(one -> one.kind() == kind)
                            .map(Remarks::name)
                            .toList());
        }
        return warnings;
    }

    private static void add(List<String> warnings, String sentence, List<String> names) {
        if (!names.isEmpty()) {
            warnings.add(sentence + ": " + String.join(", ", names) + ".");
        }
    }

    private static List<String> names(List<Table> tables, Predicate<Table> concerned) {
        return tables.stream()
                .filter(concerned)
                .map(table -> quoted(table.name().toString()))
                .toList();
    }

    private static String name(Unmodelled one) {
        QualifiedName table = one.table();
        return quoted(one.name() == null ? table.toString() : table + "." + one.name());
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
