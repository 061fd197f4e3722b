package dev.caspian.benchmarks;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.SchemaFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads schemas of growing size, in a heap of 256 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SchemaBenchmark {

    @Param({"200", "1000", "2000"})
    private int models;

    private SourceFile schema = new SourceFile("schema.prisma", "");

    @Setup
    public void write() {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"postgresql\"\n}\n");
        for (int i = 0; i < models; i++) {
            text.append("\n/// Model number ")
                    .append(i)
                    .append("\nmodel Model")
                    .append(i)
                    .append(" {\n");
            text.append("  id Int @id @default(autoincrement())\n");
            for (int field = 0; field < 20; field++) {
                text.append(
                        "  field%d String? @map(\"column_%d\") @db.VarChar(255) // comment\n".formatted(field, field));
            }
            int next = (i + 1) % models;
            int previous = (i + models - 1) % models;
            text.append("  next Model%d? @relation(\"r%d\", fields: [nextId], references: [id])\n".formatted(next, i));
            text.append("  nextId Int?\n");
            text.append("  previous Model%d[] @relation(\"r%d\")\n".formatted(previous, previous));
            text.append("  createdAt DateTime @default(now())\n");
            text.append("  @@index([field0, field1])\n  @@unique([field2, field3])\n");
            text.append("  @@map(\"models_").append(i).append("\")\n}\n");
        }
        schema = new SourceFile("schema.prisma", text.toString());
    }

    /** Parses and validates the schema, and makes the datamodel. */
    @Benchmark
    public CompiledSchema compile() {
        CompiledSchema compiled = SchemaCompiler.compile(List.of(schema));
        if (compiled.schema().isEmpty()) {
            throw new IllegalStateException("The schema of the benchmark has errors");
        }
        return compiled;
    }

    /** Formats the schema. */
    @Benchmark
    public String format() {
        return SchemaFormatter.format(schema.text());
    }
}
