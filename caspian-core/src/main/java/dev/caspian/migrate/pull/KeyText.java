package dev.caspian.migrate.pull;

import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.provider.Capability;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.provider.OperatorClass;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.ConstraintNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the attributes of keys and indexes: {@code @id}, {@code @unique}, {@code @@index} and the like. */
final class KeyText {

    private final PulledNames names;
    private final ProviderTraits traits;
    private final ConstraintNames conventions;
    private final Agreement agreement;
    private final boolean conditions;

    /**
     * Makes a writer.
     *
     * @param conditions whether the schema may speak of indexes on a part of the rows
     */
    KeyText(PulledNames names, ProviderTraits traits, Agreement agreement, boolean conditions) {
        this.names = names;
        this.traits = traits;
        this.conventions = new ConstraintNames(traits);
        this.agreement = agreement;
        this.conditions = conditions;
    }

    /**
     * The primary key.
     *
     * @param clientName the {@code name} that a person gave to it, or null
     * @param onField whether it stands on its only field
     */
    String primaryKey(Table table, PrimaryKey key, @Nullable String clientName, boolean onField) {
        List<String> arguments = new ArrayList<>();
        if (onField) {
            addSort(arguments, key.columns().get(0));
        } else {
            arguments.add(columns(table, key.columns()));
        }
        addName(arguments, clientName);
        String conventional = conventions.madeForPrimaryKey(table.name().name());
        if (traits.can(Capability.NAMED_PRIMARY_KEYS)
                && key.name() != null
                && !key.name().equals(conventional)) {
            arguments.add("map: " + SchemaText.quoted(key.name()));
        }
        return attribute(onField ? "@id" : "@@id", arguments);
    }

    /** An index or unique key; the parameters as for {@link #primaryKey}. */
    String index(Table table, TableIndex index, @Nullable String clientName, boolean onField) {
        List<String> arguments = new ArrayList<>();
        if (!onField) {
            arguments.add(columns(table, index.columns()));
        }
        addName(arguments, clientName);
        String conventional = conventions.madeForIndex(table.name().name(), index.columnNames(), index.isUnique());
        // A name that the database made cannot be asked for, unless another index has that which it would have here.
        boolean free = table.indexes().stream().noneMatch(other -> other.name().equals(conventional));
        if (!index.name().equals(conventional) && !(free && agreement.hasFixedName(index))) {
            arguments.add("map: " + SchemaText.quoted(index.name()));
        }
        if (onField) {
            addSort(arguments, index.columns().get(0));
        }
        algorithm(index).ifPresent(algorithm -> arguments.add("type: " + algorithm.prismaName()));
        String condition = index.condition();
        if (condition != null) {
            arguments.add("where: raw(" + SchemaText.quoted(condition) + ")");
        }
        if (onField) {
            return attribute("@unique", arguments);
        }
        return attribute(
                switch (index.kind()) {
                    case UNIQUE -> "@@unique";
                    case NORMAL -> "@@index";
                    case FULLTEXT -> "@@fulltext";
                },
                arguments);
    }

    /** Whether the schema language has the index's algorithm, and conditions if it needs one. */
    boolean canSay(TableIndex index) {
        return (index.algorithm() == null || algorithm(index).isPresent()) && (index.condition() == null || conditions);
    }

    private static Optional<IndexAlgorithm> algorithm(TableIndex index) {
        String method = index.algorithm();
        return method == null ? Optional.empty() : IndexAlgorithm.ofMethod(method);
    }

    private String columns(Table table, List<IndexColumn> columns) {
        List<String> parts = new ArrayList<>();
        for (IndexColumn column : columns) {
            String name = names.field(table.name(), column.name());
            List<String> arguments = new ArrayList<>();
            String operators = column.operatorClass();
            if (operators != null) {
                arguments.add("ops: " + operators(operators));
            }
            Integer length = column.length();
            if (length != null) {
                arguments.add("length: " + length);
            }
            addSort(arguments, column);
            parts.add(arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")");
        }
        return "[" + String.join(", ", parts) + "]";
    }

    private static String operators(String sqlName) {
        return OperatorClass.ofSql(sqlName)
                .map(OperatorClass::prismaName)
                .orElseGet(() -> "raw(" + SchemaText.quoted(sqlName) + ")");
    }

    private static void addName(List<String> arguments, @Nullable String clientName) {
        if (clientName != null) {
            arguments.add("name: " + SchemaText.quoted(clientName));
        }
    }

    private static void addSort(List<String> arguments, IndexColumn column) {
        if (column.descending()) {
            arguments.add("sort: Desc");
        }
    }

    private static String attribute(String name, List<String> arguments) {
        return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
    }
}
