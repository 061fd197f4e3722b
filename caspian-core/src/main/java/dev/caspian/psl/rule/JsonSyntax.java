package dev.caspian.psl.rule;

/** Tells whether a text is JSON (RFC 8259). */
final class JsonSyntax {

    private static final int MAXIMUM_DEPTH = 127;

    private final String text;
    private int position;

    private JsonSyntax(String text) {
        this.text = text;
    }

    static boolean isValid(String text) {
        JsonSyntax syntax = new JsonSyntax(text);
        boolean value = syntax.value(0);
        syntax.skipBlanks();
        return value && syntax.position == text.length();
    }

    private boolean value(int depth) {
        skipBlanks();
        if (position >= text.length() || depth > MAXIMUM_DEPTH) {
            return false;
        }
        return switch (text.charAt(position)) {
            case '{' -> members('}', depth, true);
            case '[' -> members(']', depth, false);
            case '"' -> string();
            case 't' -> take("true");
            case 'f' -> take("false");
            case 'n' -> take("null");
            default -> number();
        };
    }

    private boolean members(char end, int depth, boolean keys) {
        position++;
        skipBlanks();
        if (take(String.valueOf(end))) {
            return true;
        }
        do {
            skipBlanks();
            if (keys && !(string() && colon())) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
            skipBlanks();
        } while (take(","));
        return take(String.valueOf(end));
    }

    private boolean colon() {
        skipBlanks();
        return take(":");
    }

    private boolean string() {
        if (!take("\"")) {
            return false;
        }
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '"') {
                return true;
            } else if (c < ' ' || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (position >= text.length()) {
            return false;
        }
        char c = text.charAt(position++);
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < 4; i++, position++) {
            if (position >= text.length() || Character.digit(text.charAt(position), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        take("-");
        if (!take("0") && !digits()) {
            return false;
        }
        if (take(".") && !digits()) {
            return false;
        }
        if (take("e") || take("E")) {
            if (!take("+")) {
                take("-");
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position > start;
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private boolean take(String expected) {
        if (!text.startsWith(expected, position)) {
            return false;
        }
        position += expected.length();
        return true;
    }
}
