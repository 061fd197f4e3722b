package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tables, columns, enums and values of a database are called in the schema. */
final class PulledNames {

    private final Map<QualifiedName, String> models = new HashMap<>();
    private final Map<QualifiedName, String> enums = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> fields = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> values = new HashMap<>();
    private final List<String> renamed = new ArrayList<>();

    /**
     * Gives everything a name: the one it already has in the schema, or one made from that in the database.
     *
     * @param defaultNamespace the database schema of what names none, or null if there are none
     */
    PulledNames(DatabaseState live, ExistingSchema existing, @Nullable String defaultNamespace) {
        Set<String> taken = new HashSet<>();
        existing.schema().models().forEach(model -> taken.add(model.name()));
        existing.schema().enums().forEach(type -> taken.add(type.name()));
        List<QualifiedName> tables = live.tables().stream().map(Table::name).toList();
        List<QualifiedName> types =
                live.enums().stream().map(EnumDefinition::name).toList();
        List<String> wanted = new ArrayList<>();
        tables.forEach(table -> wanted.add(SchemaName.ofType(table.name())));
        types.forEach(type -> wanted.add(SchemaName.ofType(type.name())));
        for (QualifiedName table : tables) {
            Optional<String> known = existing.model(table).map(Model::name);
            models.put(table, known.orElseGet(() -> typeName(table, wanted, taken, defaultNamespace)));
        }
        for (QualifiedName type : types) {
            Optional<String> known = existing.enumType(type).map(EnumType::name);
            enums.put(type, known.orElseGet(() -> typeName(type, wanted, taken, defaultNamespace)));
        }
        live.tables().forEach(table -> fields.put(table.name(), fields(table, existing)));
        live.enums().forEach(type -> values.put(type.name(), values(type, existing)));
    }

    private String typeName(
            QualifiedName name, List<String> wanted, Set<String> taken, @Nullable String defaultNamespace) {
        String plain = SchemaName.ofType(name.name());
        String namespace = name.namespace() == null ? defaultNamespace : name.namespace();
        boolean clashes = Collections.frequency(wanted, plain) > 1;
        String unique =
                SchemaName.unique(clashes && namespace != null ? SchemaName.of(namespace) + "_" + plain : plain, taken);
        if (!unique.equals(plain)) {
            renamed.add(name + " is " + unique);
        }
        return unique;
    }

    private static Map<String, String> fields(Table table, ExistingSchema existing) {
        Map<String, String> names = new LinkedHashMap<>();
        Optional<Model> model = existing.model(table.name());
        model.ifPresent(known -> {
            for (ScalarField field : known.scalarFields()) {
                names.put(field.databaseName(), field.name());
            }
        });
        Set<String> taken = new HashSet<>(names.values());
        model.ifPresent(known -> known.relationFields().forEach(field -> taken.add(field.name())));
        for (Column column : table.columns()) {
            addName(names, column.name(), taken);
        }
        return names;
    }

    private static Map<String, String> values(EnumDefinition type, ExistingSchema existing) {
        Map<String, String> names = new LinkedHashMap<>();
        existing.enumType(type.name())
                .ifPresent(known -> known.values().forEach(value -> names.put(value.databaseName(), value.name())));
        Set<String> taken = new HashSet<>(names.values());
        for (String value : type.values()) {
            addName(names, value, taken);
        }
        return names;
    }

    private static void addName(Map<String, String> names, String databaseName, Set<String> taken) {
        if (!names.containsKey(databaseName)) {
            names.put(databaseName, SchemaName.unique(SchemaName.of(databaseName), taken));
        }
    }

    String model(QualifiedName table) {
        return Objects.requireNonNull(models.get(table), table.name());
    }

    String enumType(QualifiedName type) {
        return Objects.requireNonNull(enums.get(type), type.name());
    }

    String field(QualifiedName table, String column) {
        return of(fields, table, column);
    }

    List<String> fields(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> field(table, column)).toList();
    }

    /** The name of an enum's value. */
    String value(QualifiedName type, String value) {
        return of(values, type, value);
    }

    private static String of(Map<QualifiedName, Map<String, String>> names, QualifiedName whole, String part) {
        Map<String, String> parts = Objects.requireNonNull(names.get(whole), whole.name());
        return Objects.requireNonNull(parts.get(part), part);
    }

    /** The tables and types that could not have their own names, because several would have the same one. */
    List<String> renamed() {
        return List.copyOf(renamed);
    }
}
