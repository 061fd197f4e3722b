package dev.caspian.codegen.source;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/** Writes comments of the schema as Javadoc that means what they say. */
final class Javadoc {

    private Javadoc() {}

    /** A sentence of ours, whose parts are given as in {@link CodeBlock}. */
    static CodeBlock sentence(String text) {
        return CodeBlock.of("$L\n", text);
    }

    /** The comment if there is one, else our sentence. */
    static CodeBlock commentOr(@Nullable String comment, String sentence) {
        return comment == null || comment.isBlank() ? sentence(sentence) : CodeBlock.of("$L\n", escaped(comment));
    }

    /** The comment if there is one, and the declaration. */
    static CodeBlock commentAnd(@Nullable String comment, String declaration) {
        return comment == null || comment.isBlank()
                ? sentence(code(declaration))
                : CodeBlock.of("$L\n\n<p>$L\n", escaped(comment), code(declaration));
    }

    /** Source text: {@code name String?}. */
    static String code(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == '{' || c == '}' || c == '\\') && !text.contains("*/");
        return isPlain ? "{@code " + text + "}" : "<code>" + escaped(text) + "</code>";
    }

    private static String escaped(String text) {
        String html = text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
        return html.replaceAll("[ \\t]+(?=\\R|$)", "").replaceAll("\\R", "\n").replaceAll("\n{2,}", "\n\n<p>");
    }
}
