package dev.caspian.benchmarks.peer;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The products that are measured. */
public enum Product {
    SQLITE(Provider.SQLITE, "SQLite", "DateTime"),
    POSTGRESQL(Provider.POSTGRESQL, "PostgreSQL", "DateTime @db.Timestamptz(3)");

    private final Provider provider;
    private final String title;
    private final String dateTime;

    Product(Provider provider, String title, String dateTime) {
        this.provider = provider;
        this.title = title;
        this.dateTime = dateTime;
    }

    public Provider provider() {
        return provider;
    }

    /** Its name, for people. */
    public String title() {
        return title;
    }

    /**
     * The schema of the benchmarks, for this product.
     *
     * @param models how many it has, at least 2: nobody asks for the others
     */
    public Schema schema(int models) {
        try (var text = Product.class.getResourceAsStream("/benchmarks.prisma")) {
            if (text == null) {
                throw new IllegalStateException("The schema of the benchmarks is not on the class path");
            }
            String schema = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"sqlite\"", '"' + provider.prismaName() + '"')
                    .replace("DateTime", dateTime);
            String others = IntStream.range(2, models)
                    .mapToObj("\nmodel Other%d {\n  id Int @id\n  name String?\n}\n"::formatted)
                    .collect(Collectors.joining());
            return SchemaCompiler.compile(List.of(new SourceFile("benchmarks.prisma", schema + others)))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
