package dev.caspian.codegen.project;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.parse.SchemaParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where in the text of a valid schema its parts stand. Immutable. */
final class ElementLocator {

    private final Map<String, Span> spans = new HashMap<>();
    private final Span start;

    ElementLocator(List<SourceFile> files) {
        start = new Span(files.get(0), 0, 0);
        for (SourceFile file : files) {
            SchemaParser.parse(file, new Diagnostics()).blocks().forEach(this::add);
        }
    }

    private void add(Block block) {
        if (block.keyword() == Block.Keyword.DATASOURCE) {
            spans.put("datasource " + block.name(), block.name().span());
        }
        if (block.keyword() == Block.Keyword.DATASOURCE || block.keyword() == Block.Keyword.GENERATOR) {
            return;
        }
        spans.put(block.name().text(), block.name().span());
        block.fields().forEach(field -> add(block, field.name()));
        block.values().forEach(value -> add(block, value.name()));
    }

    private void add(Block block, Name part) {
        spans.put(block.name() + "." + part, part.span());
    }

    /** The span of {@code User}, {@code User.name} or {@code datasource db}; the beginning of the schema for anything else. */
    Span find(String element) {
        return spans.getOrDefault(element, start);
    }
}
