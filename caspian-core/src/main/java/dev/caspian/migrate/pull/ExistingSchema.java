package dev.caspian.migrate.pull;

import dev.caspian.database.DatabaseState;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.desired.DesiredState;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.parse.SchemaParser;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The schema as people have left it, looked up by the names that the database has for its parts. */
final class ExistingSchema {

    private final List<Document> documents;
    private final Schema schema;
    private final DatabaseState state;
    private final Map<String, Block> blocks = new HashMap<>();

    /**
     * Reads a schema.
     *
     * @throws dev.caspian.psl.InvalidSchemaException if it has errors
     */
    ExistingSchema(List<SourceFile> files, MigrationDialect dialect) {
        this.documents = files.stream()
                .map(file -> SchemaParser.parse(file, new Diagnostics()))
                .toList();
        this.schema = SchemaCompiler.compile(files).orThrow();
        this.state = DesiredState.of(schema, dialect);
        for (Document document : documents) {
            for (Block block : document.blocks()) {
                switch (block.keyword()) {
                    case MODEL, VIEW, ENUM, TYPE -> blocks.put(block.name().text(), block);
                    case DATASOURCE, GENERATOR -> {}
                }
            }
        }
    }

    List<Document> documents() {
        return documents;
    }

    Schema schema() {
        return schema;
    }

    List<String> namespaces() {
        return schema.datasource().map(Datasource::namespaces).orElse(List.of());
    }

    /** The name of the datasource, which native types begin with. */
    String datasource() {
        return schema.datasource().map(Datasource::name).orElse("db");
    }

    /** Whether relations are foreign keys of the database. */
    boolean hasForeignKeys() {
        return schema.datasource().map(Datasource::foreignKeys).orElse(true);
    }

    /** Whether some generator has switched this feature on. */
    boolean has(PreviewFeature feature) {
        return feature.isOnIn(schema);
    }

    /** The first generator, which can switch on what a schema needs. */
    Optional<Block> generator() {
        return documents.stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.keyword() == Block.Keyword.GENERATOR)
                .findFirst();
    }

    Optional<Model> model(QualifiedName table) {
        return schema.models().stream()
                .filter(model -> !model.isView() && tableOf(model).equals(table))
                .findFirst();
    }

    Optional<EnumType> enumType(QualifiedName name) {
        return schema.enums().stream()
                .filter(type -> new QualifiedName(type.namespace(), type.databaseName()).equals(name))
                .findFirst();
    }

    static QualifiedName tableOf(Model model) {
        return new QualifiedName(model.namespace(), model.databaseName());
    }

    /** The table that the schema asks for. */
    Table described(Model model) {
        return state.table(tableOf(model)).orElseThrow();
    }

    /** The block that declares a model, view or enum. */
    Block block(String name) {
        return Objects.requireNonNull(blocks.get(name), name);
    }
}
