package dev.caspian.codegen.project;

import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.DotEnv;
import dev.caspian.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins a project: a schema, the address of the database in {@code .env}, and a {@code .gitignore} that keeps both the
 * address and an embedded database out of version control.
 *
 * @param folder of the project
 * @param provider the database product
 * @param url the address of the database, or null for the usual one
 * @param packageName the package of the client, or null where the build knows it
 * @param withModel whether to begin with a model to try things with
 */
public record NewProject(
        Path folder,
        Provider provider,
        @Nullable String url,
        @Nullable String packageName,
        boolean withModel) {

    private static final List<String> UNVERSIONED = List.of(".env", "*.db", "*.db-shm", "*.db-wal");

    /**
     * The product at an address, or SQLite where there is none.
     *
     * @param name the product by its name, or null
     * @throws IllegalArgumentException if there is no such product, or the address is of another
     */
    public static Provider provider(@Nullable String name, @Nullable String url) {
        List<Provider> possible = url == null
                ? List.of(Provider.values())
                : DatabaseUrl.parse(url, AddressOptions.DATABASE).providers();
        if (name == null) {
            return possible.get(0);
        }
        return Provider.named(name)
                .filter(possible::contains)
                .orElseThrow(() -> new IllegalArgumentException(
                        url == null
                                ? "`" + name + "` is none of sqlite, postgresql, mysql and cockroachdb."
                                : "The address is not one of `" + name + "`."));
    }

    /**
     * Writes what is not there yet.
     *
     * @return the files that were written or completed
     * @throws IllegalArgumentException if there is a schema already
     */
    public List<Path> write() throws IOException {
        Path schema = folder.resolve("prisma").resolve("schema.prisma");
        for (Path present : List.of(schema, folder.resolve("schema.prisma"))) {
            if (Files.exists(present)) {
                throw new IllegalArgumentException(
                        "There is a schema already, at " + present + ". Nothing was written.");
            }
        }
        List<Path> written = new ArrayList<>();
        Files.createDirectories(folder.resolve("prisma"));
        Files.writeString(schema, schema());
        written.add(schema);
        if (DotEnv.read(folder, name -> null).get(DatabaseUrl.VARIABLE).isEmpty()) {
            written.add(complete(folder.resolve(".env"), List.of(DatabaseUrl.VARIABLE + "=\"" + address() + "\"")));
        }
        Path ignored = folder.resolve(".gitignore");
        List<String> present = Files.exists(ignored) ? Files.readAllLines(ignored) : List.of();
        List<String> missing =
                UNVERSIONED.stream().filter(line -> !present.contains(line)).toList();
        if (!missing.isEmpty()) {
            written.add(complete(ignored, missing));
        }
        return written;
    }

    /** Writes lines behind those that are there. */
    private static Path complete(Path file, List<String> lines) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(file, before + gap + String.join("\n", lines) + "\n");
        return file;
    }

    private String address() {
        if (url != null) {
            return url;
        }
        return switch (provider) {
            case SQLITE -> DatabaseUrl.DEFAULT;
            case POSTGRESQL -> "postgresql://user:password@localhost:5432/app?schema=public";
            case COCKROACHDB -> "postgresql://root@localhost:26257/app?schema=public";
            case MYSQL -> "mysql://user:password@localhost:3306/app";
        };
    }

    private String schema() {
        StringBuilder text =
                new StringBuilder("// The models of the application. The address of the database is in .env.\n\n");
        text.append("datasource db {\n  provider = \"")
                .append(provider.prismaName())
                .append("\"\n}\n");
        if (packageName != null) {
            text.append("\ngenerator client {\n  provider = \"caspian\"\n  package  = \"")
                    .append(packageName)
                    .append("\"\n}\n");
        }
        if (withModel) {
            text.append("""

                    model User {
                      id    Int     @id @default(autoincrement())
                      email String  @unique
                      name  String?
                    }
                    """);
        }
        return text.toString();
    }
}
