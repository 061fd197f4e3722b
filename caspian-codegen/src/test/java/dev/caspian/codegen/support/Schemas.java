package dev.caspian.codegen.support;

import dev.caspian.codegen.ClientGenerator;
import dev.caspian.codegen.GeneratedClient;
import dev.caspian.codegen.GeneratedFile;
import dev.caspian.codegen.GeneratorOptions;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Schemas of the tests, and what is generated from them. */
public final class Schemas {

    public static final String PACKAGE = "dev.caspian.example";

    private Schemas() {}

    /** The text of {@code schemas/<name>.prisma} among the test resources. */
    public static String read(String name) {
        return resource("/schemas/" + name + ".prisma");
    }

    /** The text of a test resource. */
    public static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client of a schema without a datasource block, which is added. */
    public static GeneratedClient sqlite(String models) {
        return generate(onSqlite(models));
    }

    /** A schema with the datasource block that it is without. */
    public static String onSqlite(String models) {
        return "datasource db {\n  provider = \"sqlite\"\n  url = \"file:./dev.db\"\n}\n" + models;
    }

    public static GeneratedClient generate(String text) {
        return generate(text, PACKAGE);
    }

    public static GeneratedClient generate(String text, String packageName) {
        List<SourceFile> files = List.of(new SourceFile("schema.prisma", text));
        return ClientGenerator.generate(
                SchemaCompiler.compile(files).orThrow(), text, new GeneratorOptions(packageName));
    }

    public static Map<String, String> sources(GeneratedClient client) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (GeneratedFile file : client.sources()) {
            sources.put(file.path(), file.content());
        }
        return sources;
    }

    /** The text of one generated class. */
    public static String source(GeneratedClient client, String simpleName) {
        return Objects.requireNonNull(
                sources(client).get(PACKAGE.replace('.', '/') + "/" + simpleName + ".java"), simpleName);
    }
}
