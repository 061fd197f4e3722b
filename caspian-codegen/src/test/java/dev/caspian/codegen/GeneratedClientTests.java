package dev.caspian.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Compilation;
import dev.caspian.codegen.support.Schemas;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A generated client at work on a database. */
class GeneratedClientTests {

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("unchecked") // The scenario's type is known by its name only.
    void readsAndWritesADatabase() throws Exception {
        String schema = Schemas.resource("/golden/schema.prisma");
        GeneratedClient client = Schemas.generate(schema);
        Path classes = folder.resolve("classes");
        Map<String, String> sources = Schemas.sources(client);
        sources.put("app/Scenario.java", Schemas.resource("/usage/Scenario.java"));
        assertThat(Compilation.of(sources, classes).findings()).isEmpty();
        for (GeneratedFile resource : client.resources()) {
            Files.writeString(classes.resolve(resource.path()), resource.content());
        }

        DataSource database = new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("dev.db"));
        new PrismaMigrate(Provider.SQLITE)
                .push(
                        database,
                        SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", schema)))
                                .orThrow(),
                        false);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Function<DataSource, List<String>> scenario = (Function<DataSource, List<String>>)
                    loader.loadClass("app.Scenario").getConstructor().newInstance();
            assertThat(scenario.apply(database))
                    .containsExactly(
                            "ada@example.com null ADMIN",
                            "Letters 7.5 3",
                            "Notes 5 null",
                            "belongs to its author: true",
                            "by its key: 1843",
                            "updated: Notes",
                            "administrators: 1",
                            "sum: 4",
                            "deleted: 3",
                            "false Author(name=Ada)",
                            "`Book.author` was not loaded. Add it to the query's .include(…) to read it.");
        }
    }
}
