package dev.caspian.psl;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.analyse.SchemaAnalysis;
import dev.caspian.psl.analyse.SchemaSymbols;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.format.DocumentFormatter;
import dev.caspian.psl.format.RelationCompletion;
import dev.caspian.psl.parse.SchemaParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out the text of a schema, as {@code prisma format} does. Where a relation has only one side, and nothing else is
 * wrong, the other side is written as well.
 */
public final class SchemaFormatter {

    private SchemaFormatter() {}

    /** Lays out a schema of one file. */
    public static String format(String text) {
        SourceFile file = new SourceFile("schema.prisma", text);
        return format(List.of(file)).getOrDefault(file, text);
    }

    /**
     * Lays out the files of one schema.
     *
     * @return the new text of each file, in the order of {@code files}
     */
    public static Map<SourceFile, String> format(List<SourceFile> files) {
        Diagnostics diagnostics = new Diagnostics();
        List<Document> documents = files.stream()
                .map(file -> SchemaParser.parse(file, diagnostics))
                .toList();
        SchemaSymbols symbols = SchemaAnalysis.analyseModels(documents, diagnostics);
        Map<SourceFile, String> formatted = new LinkedHashMap<>();
        if (diagnostics.hasErrors()) {
            documents.forEach(document -> formatted.put(document.file(), DocumentFormatter.format(document)));
        } else {
            RelationCompletion completion = RelationCompletion.of(symbols);
            files.forEach(file -> formatted.put(file, layOut(file.name(), completion.complete(file))));
        }
        return formatted;
    }

    private static String layOut(String name, String text) {
        return DocumentFormatter.format(SchemaParser.parse(new SourceFile(name, text), new Diagnostics()));
    }
}
