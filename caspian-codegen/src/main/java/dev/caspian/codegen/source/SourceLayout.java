package dev.caspian.codegen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives JavaPoet's output the layout of hand-written code: short comments on one line, no line too long. */
final class SourceLayout {

    private static final int WIDTH = 120;
    private static final String CONTINUATION = "        ";

    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern VARIABLES =
            Pattern.compile("(?m)(^    private [^(=;{]*;\\n)\\n(?=    private [^(=;{]*;$)");
    private static final Pattern TYPE_START =
            Pattern.compile("(?m)(^(?:public |final )[^;{]*(?:class|interface) [^;{]*\\{\\n)(?!\\n|\\})");
    private static final Pattern INTERFACES = Pattern.compile("(?m)^(final class .*) implements (.*,)\\n([^{]*)");

    private static final Pattern CONSTANT = Pattern.compile(
            "(?<indent> +)(?<type>[^<>=]+<)(?<arguments>.*>) (?<name>[^ ]+)(?<value> = new [^<]+<>\\(.*)");

    private static final Pattern ANNOTATION = Pattern.compile("(?m)(^ +@\\w+\\()\\n +(\\w+ = .*)\\n +\\)$");

    private SourceLayout() {}

    static String apply(String source) {
        String text = shortComments(source);
        text = ANNOTATION.matcher(text).replaceAll("$1$2)");
        text = VARIABLES.matcher(text).replaceAll("$1");
        text = INTERFACES
                .matcher(text)
                .replaceAll(type -> type.group(1) + "\n" + CONTINUATION + "implements " + type.group(2) + "\n"
                        + type.group(3).indent(CONTINUATION.length()).stripTrailing() + " ");
        text = TYPE_START.matcher(text).replaceAll("$1\n");
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            wrap(line, false, lines);
        }
        return String.join("\n", lines);
    }

    private static String shortComments(String source) {
        return SHORT_COMMENT
                .matcher(source)
                .replaceAll(comment -> Matcher.quoteReplacement(
                        comment.group(1).length() + comment.group(2).length() + 7 <= WIDTH
                                ? comment.group(1) + "/** " + comment.group(2) + " */"
                                : comment.group()));
    }

    private static void wrap(String line, boolean isContinued, List<String> lines) {
        if (line.length() <= WIDTH || isComment(line)) {
            lines.add(line);
            return;
        }
        Matcher constant = CONSTANT.matcher(line);
        if (constant.matches() && constant.end("name") > WIDTH) {
            wrapConstant(constant, lines);
            return;
        }
        String indent = indentation(line);
        for (String separator : List.of(" = ", " extends ", " implements ")) {
            int at = line.indexOf(separator);
            if (at > indent.length() && line.lastIndexOf('"', at) < 0) {
                int end = separator.equals(" = ") ? at + 2 : at;
                wrap(line.substring(0, end), isContinued, lines);
                wrap(indent + CONTINUATION + line.substring(end).strip(), false, lines);
                return;
            }
        }
        int bracket = line.indexOf('<') + 1;
        int at = line.startsWith("extends", indent.length()) ? bracket : lastBreak(line, indent.length());
        lines.add(line.substring(0, at).stripTrailing());
        if (at < line.length()) {
            wrap(
                    (isContinued ? indent : indent + CONTINUATION)
                            + line.substring(at).strip(),
                    true,
                    lines);
        }
    }

    /** The type's arguments on lines of their own, and then the name with its value. */
    private static void wrapConstant(Matcher constant, List<String> lines) {
        String indent = constant.group("indent");
        lines.add(indent + constant.group("type"));
        wrap(indent + CONTINUATION + CONTINUATION + constant.group("arguments"), true, lines);
        lines.add(indent + CONTINUATION + constant.group("name") + constant.group("value"));
    }

    /** The last place within the width behind a comma or an opening bracket, outside of string literals. */
    private static int lastBreak(String line, int from) {
        boolean inString = false;
        int last = -1;
        for (int i = from; i < line.length() - 1; i++) {
            char c = line.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && (c == ',' || c == '<' || c == '(') && line.charAt(i + 1) != ')') {
                if (i + 1 > WIDTH && last > 0) {
                    return last;
                }
                last = i + 1;
            }
        }
        return last > from + 1 ? last : line.length();
    }

    private static boolean isComment(String line) {
        String code = line.stripLeading();
        return code.startsWith("*") || code.startsWith("/*") || code.startsWith("//");
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
