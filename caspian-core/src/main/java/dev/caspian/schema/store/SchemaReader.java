package dev.caspian.schema.store;

import dev.caspian.provider.Provider;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Generator;
import dev.caspian.schema.Model;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SchemaWriter} writes. Plain loops: it runs once, while an application starts, in a cold JVM. */
final class SchemaReader {

    private final CellReader cells;
    private final Map<String, EnumType> enums = new LinkedHashMap<>();
    private final Map<String, Model> models = new LinkedHashMap<>();

    SchemaReader(CellReader cells) {
        this.cells = cells;
    }

    /** The first part alone. */
    Optional<Datasource> readDatasource() {
        return isAt("datasource") ? Optional.of(datasource()) : Optional.empty();
    }

    Schema read() {
        Datasource datasource = readDatasource().orElse(null);
        List<Generator> generators = new ArrayList<>();
        while (isAt("generator")) {
            generators.add(generator());
        }
        while (isAt("enum")) {
            EnumType type = enumType();
            enums.put(type.name(), type);
        }
        ModelReader modelReader = new ModelReader(cells, enums);
        while (isAt("model")) {
            Model model = modelReader.read();
            models.put(model.name(), model);
        }
        List<Relation> relations = new ArrayList<>();
        while (!isAt("end")) {
            relations.add(isAt("manyToMany") ? manyToMany() : foreignKey());
            cells.next();
        }
        return new Schema(
                datasource, generators, new ArrayList<>(models.values()), new ArrayList<>(enums.values()), relations);
    }

    private boolean isAt(String kind) {
        return cells.kind().equals(kind);
    }

    private Datasource datasource() {
        String name = cells.string();
        Provider provider = Provider.valueOf(cells.string());
        Datasource.Text url = text();
        Datasource.Text directUrl = text();
        Datasource.Text shadowDatabaseUrl = text();
        boolean foreignKeys = cells.bool();
        List<String> namespaces = cells.strings();
        cells.next();
        List<Datasource.Extension> extensions = new ArrayList<>();
        while (isAt("extension")) {
            extensions.add(new Datasource.Extension(
                    cells.string(), cells.string(), cells.stringOrNull(), cells.stringOrNull()));
            cells.next();
        }
        return new Datasource(name, provider, url, directUrl, shadowDatabaseUrl, foreignKeys, namespaces, extensions);
    }

    private Datasource.@Nullable Text text() {
        return switch (cells.string()) {
            case "literal" -> new Datasource.Text.Literal(cells.string());
            case "env" -> new Datasource.Text.Environment(cells.string());
            default -> null;
        };
    }

    private Generator generator() {
        String name = cells.string();
        String provider = cells.string();
        String output = cells.stringOrNull();
        List<String> previewFeatures = cells.strings();
        Map<String, String> configuration = new HashMap<>();
        while (cells.hasMore()) {
            configuration.put(cells.string(), cells.string());
        }
        cells.next();
        return new Generator(name, provider, output, previewFeatures, configuration);
    }

    private EnumType enumType() {
        String name = cells.string();
        String databaseName = cells.string();
        String namespace = cells.stringOrNull();
        String documentation = cells.stringOrNull();
        cells.next();
        List<EnumType.Value> values = new ArrayList<>();
        while (isAt("value")) {
            values.add(new EnumType.Value(cells.string(), cells.string(), cells.stringOrNull()));
            cells.next();
        }
        return new EnumType(name, databaseName, namespace, documentation, values);
    }

    private Relation foreignKey() {
        String name = cells.string();
        Model model = known(models, cells.string());
        RelationField from = model.relationField(cells.string());
        Model target = known(models, cells.string());
        RelationField to = target.relationField(cells.string());
        ReferentialAction onDelete = ReferentialAction.valueOf(cells.string());
        ReferentialAction onUpdate = ReferentialAction.valueOf(cells.string());
        String constraintName = cells.string();
        return new Relation.ForeignKey(
                name, from, to, scalars(model), scalars(target), onDelete, onUpdate, constraintName);
    }

    private List<ScalarField> scalars(Model model) {
        int size = cells.integer();
        List<ScalarField> fields = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            fields.add(model.scalarField(cells.string()));
        }
        return fields;
    }

    private Relation manyToMany() {
        return new Relation.ManyToMany(cells.string(), namedEnd(), namedEnd(), cells.string());
    }

    private RelationField namedEnd() {
        return known(models, cells.string()).relationField(cells.string());
    }

    static <T> T known(Map<String, T> parts, String name) {
        T part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("There is no `" + name + "`.");
        }
        return part;
    }
}
