package dev.caspian.migrate.pull;

import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Block.Keyword;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.ast.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts the blocks of a file back together, some of them with other text, some gone, and some new. */
final class DocumentEditor {

    private final List<String> parts = new ArrayList<>();
    private int endOfModels = -1;

    /**
     * Takes a file apart.
     *
     * @param edit the new text of a block; empty if it has to go, and the comment above it as well
     */
    DocumentEditor(Document document, Function<Block, Optional<String>> edit) {
        List<Item> items = document.items();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!(item instanceof Block block)) {
                parts.add(FieldWriter.source(item.span()));
                continue;
            }
            Optional<String> text = edit.apply(block);
            if (text.isPresent()) {
                parts.add(text.get());
                endOfModels =
                        Set.of(Keyword.MODEL, Keyword.VIEW).contains(block.keyword()) ? parts.size() : endOfModels;
                continue;
            }
            if (i > 0 && items.get(i - 1) instanceof CommentBlock) {
                parts.remove(parts.size() - 1);
            }
            if (i + 1 < items.size() && items.get(i + 1) instanceof BlankLines) {
                i++;
            }
        }
    }

    /** Adds models behind those that there are, and enums at the end. */
    void add(List<String> models, List<String> enums) {
        if (endOfModels < 0) {
            endOfModels = parts.size();
        }
        List<String> spaced = models.stream().map(model -> "\n" + model).toList();
        parts.addAll(endOfModels, spaced);
        enums.forEach(type -> parts.add("\n" + type));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(part);
        }
        return text.toString();
    }
}
