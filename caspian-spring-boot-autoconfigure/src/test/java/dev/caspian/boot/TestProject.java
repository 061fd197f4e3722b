package dev.caspian.boot;

import dev.caspian.client.ClientFactory;
import dev.caspian.migrate.DiffSource;
import dev.caspian.migrate.PrismaMigrate;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A project of its own on the class path: with one generated client, migrations, and seeds. */
public final class TestProject implements AutoCloseable {

    private final TestDatabase database;
    private final Path folder;
    private final Resources resources;

    public TestProject(TestDatabase database, Path folder) throws IOException {
        this.database = database;
        this.folder = folder;
        Path index = folder.resolve("META-INF/services/" + ClientFactory.class.getName());
        Files.createDirectories(index.getParent());
        Files.writeString(index, database.client().getName() + "$Factory\n");
        this.resources = new Resources(folder);
    }

    /** What is in the folder hides what the tests have on their own class path by the same names. */
    private static final class Resources extends URLClassLoader {

        Resources(Path folder) throws IOException {
            super(new URL[] {folder.toUri().toURL()}, TestProject.class.getClassLoader());
        }

        private static boolean isOfProject(String name) {
            return name.startsWith("prisma") || name.endsWith(ClientFactory.class.getName());
        }

        @Override
        public @Nullable URL getResource(String name) {
            return isOfProject(name) ? findResource(name) : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return isOfProject(name) ? findResources(name) : super.getResources(name);
        }
    }

    public ClassLoader classLoader() {
        return resources;
    }

    Path folder() {
        return folder;
    }

    TestProject write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    void remove(String name) throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve(name));
    }

    TestProject migration(String name, String sql) throws IOException {
        return write("prisma/migrations/" + name + "/migration.sql", sql);
    }

    /** A first migration that makes all of the client's schema. */
    public TestProject firstMigration() throws IOException {
        return migration(
                "20260101000000_init",
                new PrismaMigrate(database.provider())
                        .diff(
                                DiffSource.empty(),
                                DiffSource.of(GeneratedClients.schema(database.client())
                                        .orElseThrow()))
                        .script());
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
