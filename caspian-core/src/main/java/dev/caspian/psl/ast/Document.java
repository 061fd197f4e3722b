package dev.caspian.psl.ast;

import dev.caspian.diagnostic.SourceFile;
import java.util.List;

/** The syntax tree of one file: everything in it, in the order of the text. */
public record Document(SourceFile file, List<Item> items) {

    public Document {
        items = List.copyOf(items);
    }

    public List<Block> blocks() {
        return items.stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .toList();
    }
}
