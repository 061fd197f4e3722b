package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Document;
import java.util.List;
import java.util.Map;

/**
 * Makes out what the blocks of a schema mean. Every phase runs, whatever the ones before it found, on what could be read:
 * a mistake in one line should not hide the mistakes in others.
 */
public final class SchemaAnalysis {

    private SchemaAnalysis() {}

    /** Analyses the whole schema. */
    public static SchemaSymbols analyse(List<Document> documents, Diagnostics diagnostics) {
        SchemaSymbols symbols = analyseModels(documents, diagnostics);
        ConfigurationResolver.resolve(symbols, diagnostics);
        return symbols;
    }

    /** Analyses everything but the datasource and the generators. */
    public static SchemaSymbols analyseModels(List<Document> documents, Diagnostics diagnostics) {
        Map<String, Block> names = NameResolver.resolve(documents, diagnostics);
        SchemaSymbols symbols = TypeResolver.resolve(documents, names, diagnostics);
        AttributeResolver.resolve(symbols, diagnostics);
        RelationPairing.pair(symbols);
        return symbols;
    }
}
