package dev.caspian.schema.store;

import static dev.caspian.schema.store.SchemaReader.known;

import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Field;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ModelWriter} writes. */
final class ModelReader {

    private final CellReader cells;
    private final Map<String, EnumType> enums;

    ModelReader(CellReader cells, Map<String, EnumType> enums) {
        this.cells = cells;
        this.enums = enums;
    }

    private boolean isAt(String kind) {
        return cells.kind().equals(kind);
    }

    /** The model whose line begins here, with the lines of its fields and indexes. */
    Model read() {
        String name = cells.string();
        String databaseName = cells.string();
        String namespace = cells.stringOrNull();
        String documentation = cells.stringOrNull();
        boolean view = cells.bool();
        boolean ignored = cells.bool();
        cells.next();
        List<Field> fields = new ArrayList<>();
        for (Field field = field(); field != null; field = field()) {
            fields.add(field);
            cells.next();
        }
        List<Index> indexes = new ArrayList<>();
        while (isAt("index")) {
            indexes.add(index(fields));
            cells.next();
        }
        return new Model(name, databaseName, namespace, documentation, view, ignored, fields, indexes);
    }

    private @Nullable Field field() {
        return switch (cells.kind()) {
            case "scalar", "native", "enumerated", "unsupported" -> scalar(cells.kind());
            case "relation" -> relation();
            default -> null;
        };
    }

    private ScalarField scalar(String kind) {
        String name = cells.string();
        String databaseName = cells.string();
        Arity arity = Arity.valueOf(cells.string());
        FieldType type = type(kind, cells.string());
        boolean updatedAt = false;
        boolean ignored = false;
        String documentation = null;
        DefaultValue defaultValue = null;
        while (cells.hasMore()) {
            String attribute = cells.string();
            switch (attribute) {
                case "updatedAt" -> updatedAt = true;
                case "ignored" -> ignored = true;
                case "documentation" -> documentation = cells.string();
                case "default" -> defaultValue = value();
                default -> throw new IllegalStateException("A field has no `" + attribute + "`.");
            }
        }
        return new ScalarField(name, databaseName, type, arity, defaultValue, updatedAt, ignored, documentation);
    }

    private FieldType type(String kind, String name) {
        return switch (kind) {
            case "scalar" -> new FieldType.Scalar(ScalarType.valueOf(name), null);
            case "native" -> new FieldType.Scalar(ScalarType.valueOf(name), nativeType());
            case "enumerated" -> new FieldType.Enumerated(known(enums, name));
            default -> new FieldType.Unsupported(name);
        };
    }

    private NativeType nativeType() {
        String name = cells.string();
        int size = cells.integer();
        List<Integer> arguments = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            arguments.add(cells.integer());
        }
        return new NativeType(name, arguments);
    }

    private RelationField relation() {
        String name = cells.string();
        String target = cells.string();
        Arity arity = Arity.valueOf(cells.string());
        boolean ignored = false;
        String documentation = null;
        while (cells.hasMore()) {
            String attribute = cells.string();
            switch (attribute) {
                case "ignored" -> ignored = true;
                case "documentation" -> documentation = cells.string();
                default -> throw new IllegalStateException("A relation has no `" + attribute + "`.");
            }
        }
        return new RelationField(name, target, arity, ignored, documentation);
    }

    private DefaultValue value() {
        String kind = cells.string();
        return switch (kind) {
            case "literal" -> new DefaultValue.Literal(cells.string());
            case "enum" -> new DefaultValue.EnumValue(cells.string());
            case "list" -> list();
            case "autoincrement" -> new DefaultValue.Autoincrement();
            case "now" -> new DefaultValue.Now();
            case "uuid" -> new DefaultValue.Uuid(cells.integer());
            case "cuid" -> new DefaultValue.Cuid(cells.integer());
            case "ulid" -> new DefaultValue.Ulid();
            case "nanoid" -> new DefaultValue.Nanoid(cells.integer());
            case "dbgenerated" -> new DefaultValue.DbGenerated(cells.stringOrNull());
            case "sequence" -> sequence();
            default -> throw new IllegalStateException("There is no default value `" + kind + "`.");
        };
    }

    private DefaultValue list() {
        int size = cells.integer();
        List<DefaultValue> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(value());
        }
        return new DefaultValue.ListOf(values);
    }

    private DefaultValue sequence() {
        String virtual = cells.stringOrNull();
        return new DefaultValue.Sequence(
                virtual == null ? null : Boolean.valueOf(virtual),
                cells.longOrNull(),
                cells.longOrNull(),
                cells.longOrNull(),
                cells.longOrNull(),
                cells.longOrNull());
    }

    private Index index(List<Field> fields) {
        Index.Kind kind = Index.Kind.valueOf(cells.string());
        String clientName = cells.stringOrNull();
        String databaseName = cells.stringOrNull();
        String algorithm = cells.stringOrNull();
        boolean fromField = cells.bool();
        Index.Condition condition = condition(fields);
        List<Index.Column> columns = new ArrayList<>();
        while (cells.hasMore()) {
            columns.add(new Index.Column(indexed(fields), sort(), cells.integerOrNull(), cells.stringOrNull()));
        }
        return new Index(kind, columns, clientName, databaseName, algorithm, fromField, condition);
    }

    /** Few fields of a model are indexed, so that a map of all of them would cost more than it saves. */
    private ScalarField indexed(List<Field> fields) {
        String name = cells.string();
        for (Field field : fields) {
            if (field instanceof ScalarField scalar && scalar.name().equals(name)) {
                return scalar;
            }
        }
        throw new IllegalStateException("There is no field `" + name + "`.");
    }

    private @Nullable SortOrder sort() {
        String sort = cells.stringOrNull();
        return sort == null ? null : SortOrder.valueOf(sort);
    }

    private Index.@Nullable Condition condition(List<Field> fields) {
        return switch (cells.string()) {
            case "sql" -> new Index.Condition.Sql(cells.string());
            case "fields" -> comparisons(fields);
            default -> null;
        };
    }

    private Index.Condition comparisons(List<Field> fields) {
        int size = cells.integer();
        List<Index.Comparison> comparisons = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            comparisons.add(new Index.Comparison(indexed(fields), cells.bool(), cells.stringOrNull()));
        }
        return new Index.Condition.Fields(comparisons);
    }
}
