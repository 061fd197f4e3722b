package dev.caspian.benchmarks.start;

import dev.caspian.codegen.ClientGenerator;
import dev.caspian.codegen.GeneratedClient;
import dev.caspian.codegen.GeneratedFile;
import dev.caspian.codegen.GeneratorOptions;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DiffSource;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The class paths of the application: what {@code spring-boot-starter-jdbc} brings and the driver; and with Caspian and the
 * client of a large schema besides.
 */
final class StartFolder {

    /** The generated client. */
    static final String CLIENT = "large.PrismaClient";

    private static final Pattern JDBC = Pattern.compile(
            "(spring-(aop|beans|core|context|expression|jdbc|tx)|spring-boot|spring-boot-(autoconfigure|sql|jdbc"
                    + "|transaction|persistence|starter|starter-jdbc|starter-logging)|HikariCP|slf4j-api|logback-.*|log4j-.*"
                    + "|jul-to-slf4j|snakeyaml|jakarta.annotation-api|micrometer-.*|commons-logging|sqlite-jdbc|jspecify)"
                    + "-\\d.*");

    private static final Pattern CASPIAN =
            Pattern.compile("(caspian-(core|spring-boot-autoconfigure|spring-boot-starter)|jackson-annotations)-\\d.*");

    private final Path folder;
    private final Path libraries;

    private StartFolder(Path folder, Path libraries) {
        this.folder = folder;
        this.libraries = libraries;
    }

    /** Compiles everything. */
    static StartFolder create(Path folder, int models) throws IOException {
        String jar = StartFolder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        StartFolder created = new StartFolder(folder, Path.of(jar).resolveSibling("lib"));
        created.copyApplication();
        created.generate(text(models));
        return created;
    }

    private static String text(int models) {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"sqlite\"\n}\n");
        for (int i = 0; i < models; i++) {
            int next = (i + 1) % models;
            text.append("""

                    model Model%1$d {
                      id        Int       @id @default(autoincrement())
                      createdAt DateTime  @default(now())
                      next      Model%2$d? @relation("r%1$d", fields: [nextId], references: [id])
                      nextId    Int?
                      previous  Model%3$d[] @relation("r%3$d")
                    """.formatted(i, next, (i + models - 1) % models));
            for (int field = 0; field < 10; field++) {
                text.append("  field%d String?\n".formatted(field));
            }
            text.append("  @@index([field0, field1])\n}\n");
        }
        return text.toString();
    }

    private void copyApplication() throws IOException {
        String name = EmptyApplication.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = StartFolder.class.getClassLoader().getResourceAsStream(name)) {
            Path copy = folder.resolve("application").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.write(copy, Objects.requireNonNull(bytes).readAllBytes());
        }
    }

    private void generate(String text) throws IOException {
        Schema schema = SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)))
                .orThrow();
        GeneratedClient client = ClientGenerator.generate(schema, text, new GeneratorOptions("large"));
        write("sources", client.sources());
        write("client", client.resources());
        write(
                "client",
                List.of(
                        new GeneratedFile(ClientGenerator.CLIENT_INDEX, client.factoryName() + "\n"),
                        new GeneratedFile(
                                "prisma/migrations/1_init/migration.sql",
                                new PrismaMigrate(Provider.SQLITE)
                                        .diff(DiffSource.empty(), DiffSource.of(schema))
                                        .script())));
        compile();
    }

    private void write(String below, List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            Path path = folder.resolve(below).resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("sources"))) {
            List<Path> paths =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-cp",
                    classPath(true),
                    "-d",
                    folder.resolve("client").toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(paths))
                    .call()) {
                throw new IllegalStateException("The client cannot be compiled.");
            }
        }
    }

    String classPath(boolean caspian) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            Stream<Path> wanted = jars.sorted().filter(jar -> {
                String name = jar.getFileName().toString();
                return JDBC.matcher(name).matches()
                        || (caspian && CASPIAN.matcher(name).matches());
            });
            Stream<Path> classes = caspian
                    ? Stream.of(folder.resolve("application"), folder.resolve("client"))
                    : Stream.of(folder.resolve("application"));
            return Stream.concat(classes, wanted).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
