package dev.caspian.codegen.diagram;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes names and texts so that Mermaid reads them as such, from version 10.5 on; letters beyond ASCII in names of fields need
 * one of the latest. Stateless.
 *
 * <p>Source: Mermaid's documentation of entity relationship diagrams, its chapter on entity codes, and its grammar.
 */
final class MermaidText {

    /** Words of the language, which it knows by any case. */
    private static final Set<String> RESERVED = Set.of(
            "accdescr",
            "acctitle",
            "class",
            "classdef",
            "click",
            "direction",
            "end",
            "erdiagram",
            "linkstyle",
            "many",
            "one",
            "only",
            "optionally",
            "style",
            "subgraph",
            "title",
            "to",
            "u",
            "zero");

    private static final Pattern PLAIN_ENTITY = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern LIKE_A_KEY = Pattern.compile("(?i)(PK|FK|UK)(?!\\w)");

    /** What a row's word may not hold: the grammar takes these letters, and all from À on. */
    private static final Pattern NO_PART_OF_A_WORD = Pattern.compile("[^A-Za-z0-9_\\[\\]\\u00C0-\\uFFFF]+");

    private MermaidText() {}

    /** The name of an entity. */
    static String entity(String name) {
        boolean isPlain = PLAIN_ENTITY.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        return isPlain ? name : '"' + name + '"';
    }

    /** A type or name in the row of an entity, where nothing can be quoted: what cannot stand there is an underscore. */
    static String word(String name) {
        String word = NO_PART_OF_A_WORD.matcher(name).replaceAll("_");
        word = LIKE_A_KEY.matcher(word).replaceFirst("$1_");
        return word.isEmpty() || "0123456789[]".indexOf(word.charAt(0)) >= 0 ? "_" + word : word;
    }

    /** Any text, on one line and in quotes. Whatever means something to Mermaid or to HTML is an entity code. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if ("\"#%&<>~\\`*".indexOf(c) >= 0 || Character.isISOControl(c)) {
                quoted.append('#').append(c).append(';');
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
