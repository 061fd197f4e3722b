package dev.caspian.migrate;

import dev.caspian.database.DatabaseState;
import dev.caspian.database.Table;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a database the schemas of a comparison have a say in. The rest is somebody's own: it neither differs from them
 * nor has drifted.
 *
 * @param namespaces the database schemas that they name
 * @param partialIndexes whether they could ask for partial indexes
 * @param extensions the extensions that they name
 */
record SchemaScope(List<String> namespaces, boolean partialIndexes, Set<String> extensions) {

    SchemaScope {
        namespaces = List.copyOf(namespaces);
        extensions = Set.copyOf(extensions);
    }

    /** That of the schemas that take part; where none does, indexes of any kind are compared, but no extensions. */
    static SchemaScope of(List<Schema> schemas) {
        return new SchemaScope(
                schemas.stream()
                        .flatMap(schema -> namespaces(schema).stream())
                        .distinct()
                        .toList(),
                schemas.isEmpty() || schemas.stream().anyMatch(PreviewFeature.PARTIAL_INDEXES::isOnIn),
                schemas.stream()
                        .flatMap(schema -> schema.datasource().stream())
                        .flatMap(datasource -> datasource.extensions().stream())
                        .map(Datasource.Extension::databaseName)
                        .collect(Collectors.toSet()));
    }

    /** The database schemas that a schema names. */
    static List<String> namespaces(Schema schema) {
        return schema.datasource().map(Datasource::namespaces).orElse(List.of());
    }

    /** What of a live state takes part in the comparison. */
    DatabaseState in(DatabaseState live) {
        return new DatabaseState(
                live.namespaces(),
                partialIndexes
                        ? live.tables()
                        : live.tables().stream()
                                .map(SchemaScope::withoutPartialIndexes)
                                .toList(),
                live.enums(),
                live.extensions().stream()
                        .filter(extension -> extensions.contains(extension.name()))
                        .toList(),
                live.renames());
    }

    private static Table withoutPartialIndexes(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.indexes().stream()
                        .filter(index -> index.condition() == null)
                        .toList(),
                table.foreignKeys());
    }
}
