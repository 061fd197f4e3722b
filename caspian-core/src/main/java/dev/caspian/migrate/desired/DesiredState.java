package dev.caspian.migrate.desired;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.Extension;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.ddl.EnumStorage;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.provider.OperatorClass;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.ConstraintNames;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables, keys, indexes and enums that a schema asks for. Views are left out, as they are never migrated.
 *
 * <p>Confined to one call. Join tables of many-to-many relations come after the tables of the models.
 */
public final class DesiredState {

    private final Schema schema;
    private final MigrationDialect dialect;
    private final boolean foreignKeys;
    private final ColumnDefaults defaults;
    private final ConstraintNames names;

    private DesiredState(Schema schema, MigrationDialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
        this.foreignKeys = schema.datasource().map(Datasource::foreignKeys).orElse(true);
        this.defaults = new ColumnDefaults(dialect);
        this.names = new ConstraintNames(dialect.provider().traits());
    }

    /**
     * The state that a schema asks for.
     *
     * @param schema the validated schema
     * @param dialect of the database that shall hold it
     */
    public static DatabaseState of(Schema schema, MigrationDialect dialect) {
        return new DesiredState(schema, dialect).state();
    }

    private DatabaseState state() {
        List<Table> tables = new ArrayList<>();
        schema.models().stream().filter(model -> !model.isView()).forEach(model -> tables.add(table(model)));
        schema.relations().stream()
                .filter(Relation.ManyToMany.class::isInstance)
                .forEach(relation -> tables.add(joinTable((Relation.ManyToMany) relation)));
        List<EnumDefinition> enums = dialect.enumStorage() == EnumStorage.TYPE
                ? schema.enums().stream().map(DesiredState::definition).toList()
                : List.of();
        return new DatabaseState(
                namespaces(tables, enums), tables, enums, extensions(), new DesiredRenames(schema).all());
    }

    /** Those that something is in, and the default one where the schema names none. */
    private List<String> namespaces(List<Table> tables, List<EnumDefinition> enums) {
        boolean named = schema.datasource()
                .map(datasource -> !datasource.namespaces().isEmpty())
                .orElse(false);
        String defaultNamespace = dialect.defaultNamespace();
        if (!named) {
            return defaultNamespace == null ? List.of() : List.of(defaultNamespace);
        }
        return Stream.concat(tables.stream().map(Table::name), enums.stream().map(EnumDefinition::name))
                .map(QualifiedName::namespace)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Extension> extensions() {
        return schema.datasource().map(Datasource::extensions).orElse(List.of()).stream()
                .map(extension -> new Extension(extension.databaseName(), extension.namespace(), extension.version()))
                .sorted(Comparator.comparing(Extension::name))
                .toList();
    }

    private static EnumDefinition definition(EnumType type) {
        return new EnumDefinition(
                new QualifiedName(type.namespace(), type.databaseName()),
                type.values().stream().map(EnumType.Value::databaseName).toList());
    }

    private Table table(Model model) {
        return new Table(
                name(model),
                model.scalarFields().stream().map(this::column).toList(),
                model.primaryKey().map(DesiredState::primaryKey).orElse(null),
                model.indexes().stream()
                        .filter(index -> index.kind() != Index.Kind.PRIMARY_KEY)
                        .map(DesiredState::index)
                        .toList(),
                model.relationFields().stream()
                        .filter(this::becomesForeignKey)
                        .map(field -> foreignKey((Relation.ForeignKey) field.relation()))
                        .toList());
    }

    private static QualifiedName name(Model model) {
        return new QualifiedName(model.namespace(), model.databaseName());
    }

    private boolean becomesForeignKey(RelationField field) {
        return foreignKeys && field.holdsForeignKey() && !field.target().isView();
    }

    private Column column(ScalarField field) {
        DefaultValue value = field.defaultValue();
        boolean counts = value instanceof DefaultValue.Autoincrement && !dialect.autoincrementIsDefault();
        return new Column(
                field.databaseName(),
                type(field.type()),
                field.arity(),
                value == null ? null : defaults.of(value, field.type()),
                counts,
                field.updatedAt() || (value != null && value.isMadeByClient()));
    }

    private ColumnType type(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return dialect.columnType(scalar.type(), scalar.nativeType());
        }
        if (type instanceof FieldType.Enumerated enumerated) {
            return dialect.enumStorage() == EnumStorage.TEXT
                    ? dialect.columnType(ScalarType.STRING, null)
                    : new ColumnType.Enumerated(definition(enumerated.type()));
        }
        return new ColumnType.Unsupported(((FieldType.Unsupported) type).databaseType());
    }

    private static PrimaryKey primaryKey(Index index) {
        return new PrimaryKey(index.databaseName(), columns(index));
    }

    private static TableIndex index(Index index) {
        TableIndex.Kind kind = switch (index.kind()) {
            case UNIQUE -> TableIndex.Kind.UNIQUE;
            case FULLTEXT -> TableIndex.Kind.FULLTEXT;
            case INDEX, PRIMARY_KEY -> TableIndex.Kind.NORMAL;
        };
        String name = index.databaseName();
        if (name == null) {
            throw new IllegalStateException("An index on " + index.fields() + " has no name");
        }
        return new TableIndex(kind, name, columns(index), algorithm(index.algorithm()), IndexConditions.sql(index));
    }

    private static @Nullable String algorithm(@Nullable String algorithm) {
        String method = algorithm == null ? "btree" : algorithm.toLowerCase(Locale.ROOT);
        return method.equals("btree") ? null : method;
    }

    private static List<IndexColumn> columns(Index index) {
        return index.columns().stream()
                .map(column -> new IndexColumn(
                        column.field().databaseName(),
                        column.sort(),
                        column.length(),
                        column.operatorClass(),
                        defaultClass(column.operatorClass(), index.algorithm())))
                .toList();
    }

    private static @Nullable String defaultClass(@Nullable String operatorClass, @Nullable String algorithm) {
        if (operatorClass == null || algorithm == null) {
            return null;
        }
        return IndexAlgorithm.named(algorithm)
                .flatMap(method -> OperatorClass.ofSql(operatorClass).filter(known -> known.isDefaultOf(method)))
                .map(OperatorClass::sqlName)
                .orElse(null);
    }

    private static ForeignKey foreignKey(Relation.ForeignKey relation) {
        return new ForeignKey(
                relation.constraintName(),
                relation.fields().stream().map(ScalarField::databaseName).toList(),
                name(relation.from().target()),
                relation.references().stream().map(ScalarField::databaseName).toList(),
                relation.onDelete(),
                relation.onUpdate());
    }

    /** The column {@code A} refers to the model of the end {@code a}, {@code B} to that of {@code b}. */
    private Table joinTable(Relation.ManyToMany relation) {
        Model first = relation.a().model();
        Model second = relation.b().model();
        QualifiedName name = new QualifiedName(first.namespace(), relation.tableName());
        List<IndexColumn> both = List.of(IndexColumn.of("A"), IndexColumn.of("B"));
        List<TableIndex> indexes = new ArrayList<>();
        PrimaryKey key = null;
        if (dialect.givesJoinTablesPrimaryKeys()) {
            key = new PrimaryKey(names.madeForJoinTable(relation.tableName(), "AB_pkey"), both);
        } else {
            indexes.add(new TableIndex(
                    TableIndex.Kind.UNIQUE, names.madeForJoinTable(relation.tableName(), "AB_unique"), both, null));
        }
        indexes.add(new TableIndex(
                TableIndex.Kind.NORMAL,
                names.madeForJoinTable(relation.tableName(), "B_index"),
                List.of(IndexColumn.of("B")),
                null));
        List<ForeignKey> keys =
                foreignKeys ? List.of(joinKey(relation, "A", first), joinKey(relation, "B", second)) : List.of();
        return new Table(name, List.of(joinColumn("A", first), joinColumn("B", second)), key, indexes, keys);
    }

    private ForeignKey joinKey(Relation.ManyToMany relation, String column, Model target) {
        return new ForeignKey(
                names.madeForJoinTable(relation.tableName(), column + "_fkey"),
                List.of(column),
                name(target),
                List.of(id(target).databaseName()),
                ReferentialAction.CASCADE,
                ReferentialAction.CASCADE);
    }

    private Column joinColumn(String name, Model target) {
        return new Column(name, type(id(target).type()), Arity.REQUIRED, null, false, false);
    }

    private static ScalarField id(Model model) {
        return model.primaryKey()
                .orElseThrow(() -> new IllegalStateException("The model `" + model.name() + "` has no id"))
                .fields()
                .get(0);
    }
}
