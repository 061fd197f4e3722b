package dev.caspian.migrate;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of {@code src/test/resources/migrate/<provider>}: a schema, perhaps the schema before it, and the script that
 * leads from the one to the other.
 */
record ScriptCase(Provider provider, Path folder) {

    static Stream<ScriptCase> all() {
        return Stream.of(Provider.values()).flatMap(ScriptCase::of);
    }

    static Stream<ScriptCase> of(Provider provider) {
        try (Stream<Path> folders = Files.list(root().resolve(provider.prismaName()))) {
            return folders.sorted().map(folder -> new ScriptCase(provider, folder)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(ScriptCase.class.getResource("/migrate"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null if the script begins with an empty database. */
    @Nullable Schema before() {
        Path file = folder.resolve("before.prisma");
        return Files.exists(file) ? compile(file) : null;
    }

    DiffSource from() {
        Schema before = before();
        return before == null ? DiffSource.empty() : DiffSource.of(before);
    }

    Schema after() {
        return compile(folder.resolve("after.prisma"));
    }

    String script() {
        return read(folder.resolve("migration.sql"));
    }

    /** What the script may lose; none if there is no such file. */
    List<String> warnings() {
        Path file = folder.resolve("warnings.txt");
        return Files.exists(file) ? read(file).lines().toList() : List.of();
    }

    private static Schema compile(Path file) {
        return SchemaCompiler.compile(List.of(new SourceFile(file.getFileName().toString(), read(file))))
                .orThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return provider.prismaName() + "/" + folder.getFileName();
    }
}
