package dev.caspian.migrate;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.pull.PulledSchema;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaFiles;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A folder with a database to pull: {@code database.sql} makes it, {@code before.prisma} or {@code before} is the schema
 * as it was, if there was one, and {@code schema.prisma} is the one to expect. Where the schema cannot say all of the
 * database, {@code warnings.txt} tells what is missing, and {@code migration.sql} what a migration would still do.
 */
record PullCase(Provider provider, Path folder) {

    static Stream<PullCase> all() {
        return Stream.of(Provider.SQLITE, Provider.POSTGRESQL).flatMap(PullCase::of);
    }

    private static Stream<PullCase> of(Provider provider) {
        Path root = Path.of("src/test/resources/pull").resolve(provider.prismaName());
        try (Stream<Path> folders = Files.list(root)) {
            return folders.sorted().map(folder -> new PullCase(provider, folder)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database of this case. */
    DataSource make(Path directory) {
        DataSource database = newDatabase(directory);
        new PrismaMigrate(provider).execute(database, "database", read("database.sql"));
        return database;
    }

    private DataSource newDatabase(Path directory) {
        return provider == Provider.SQLITE
                ? new SqliteFile(directory.resolve("pull.db")).dataSource()
                : PostgresServer.newDatabase();
    }

    /** The schema before, with names of files that do not depend on the place of the project. */
    List<SourceFile> before() {
        for (String name : List.of("before.prisma", "before")) {
            Path path = folder.resolve(name);
            if (Files.exists(path)) {
                return SchemaFiles.read(path).stream()
                        .map(file -> new SourceFile(
                                Path.of(file.name()).getFileName().toString(), file.text()))
                        .toList();
            }
        }
        return List.of(new SourceFile("schema.prisma", """
                datasource db {
                  provider = "%s"
                }

                generator client {
                  provider = "caspian"
                }
                """.formatted(provider.prismaName())));
    }

    /** The text of every file, under a heading with its name if there are several. */
    static String text(PulledSchema pulled) {
        if (pulled.files().size() == 1) {
            return pulled.files().get(0).text();
        }
        return pulled.files().stream()
                .map(file -> "// " + file.name() + "\n\n" + file.text())
                .collect(Collectors.joining("\n"));
    }

    /** The migration that would bring the database up to the schema; empty if there is nothing to do. */
    String migration(DataSource database, Schema schema) {
        Difference difference = new PrismaMigrate(provider).diff(DiffSource.of(database), DiffSource.of(schema));
        return difference.empty() ? "" : difference.script();
    }

    /** A file of the case; empty if there is none. */
    String read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the case anew; one without content goes. */
    void write(String name, String text) {
        try {
            if (text.isEmpty()) {
                Files.deleteIfExists(folder.resolve(name));
            } else {
                Files.writeString(folder.resolve(name), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return provider.prismaName() + "/" + folder.getFileName();
    }
}
