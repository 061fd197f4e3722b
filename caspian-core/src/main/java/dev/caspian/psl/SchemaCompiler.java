package dev.caspian.psl;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.analyse.SchemaAnalysis;
import dev.caspian.psl.analyse.SchemaSymbols;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.parse.SchemaParser;
import dev.caspian.psl.rule.SchemaRules;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Compiles the text of a schema.
 *
 * <pre>{@code
 * Schema schema = SchemaCompiler.compile(SchemaFiles.read(Path.of("prisma/schema.prisma"))).orThrow();
 * }</pre>
 */
public final class SchemaCompiler {

    private SchemaCompiler() {}

    /**
     * Compiles the files of one schema. Mistakes become diagnostics; no text makes this method throw.
     *
     * @param files every file of the schema, in the order in which its tables shall be created
     */
    public static CompiledSchema compile(List<SourceFile> files) {
        Diagnostics diagnostics = new Diagnostics();
        if (!SchemaFiles.check(files, diagnostics)) {
            return new CompiledSchema(Optional.empty(), diagnostics.sorted());
        }
        List<Document> documents = files.stream()
                .map(file -> SchemaParser.parse(file, diagnostics))
                .toList();
        SchemaSymbols symbols = SchemaAnalysis.analyse(documents, diagnostics);
        if (!diagnostics.hasErrors()) {
            // Rules that look at the whole presuppose that each part makes sense.
            SchemaRules.check(symbols, diagnostics);
        }
        Optional<Schema> schema =
                diagnostics.hasErrors() ? Optional.empty() : Optional.of(SchemaAssembler.assemble(symbols));
        return new CompiledSchema(schema, diagnostics.sorted());
    }
}
