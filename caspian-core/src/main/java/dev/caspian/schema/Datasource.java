package dev.caspian.schema;

import dev.caspian.provider.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code datasource} block.
 *
 * @param name its name, the prefix of native types
 * @param provider the database product
 * @param url where the database is, or null: Prisma 7 keeps it outside of the schema
 * @param directUrl where migrations connect instead, or null
 * @param shadowDatabaseUrl the database on which migrations are rehearsed, or null
 * @param foreignKeys false for {@code relationMode = "prisma"}, in which relations have no foreign keys
 * @param namespaces the database schemas in {@code schemas}, empty when not given
 * @param extensions the PostgreSQL extensions in {@code extensions}
 */
public record Datasource(
        String name,
        Provider provider,
        @Nullable Text url,
        @Nullable Text directUrl,
        @Nullable Text shadowDatabaseUrl,
        boolean foreignKeys,
        List<String> namespaces,
        List<Extension> extensions) {

    public Datasource {
        namespaces = List.copyOf(namespaces);
        extensions = List.copyOf(extensions);
    }

    /** A text that stands in the schema or, with {@code env("NAME")}, in the environment. */
    public sealed interface Text {

        record Literal(String value) implements Text {}

        record Environment(String variable) implements Text {}
    }

    /**
     * A PostgreSQL extension.
     *
     * @param name the extension's name in the schema
     * @param databaseName its name in the database
     * @param namespace the database schema to create it in, or null
     * @param version the version to create, or null
     */
    public record Extension(
            String name,
            String databaseName,
            @Nullable String namespace,
            @Nullable String version) {}
}
