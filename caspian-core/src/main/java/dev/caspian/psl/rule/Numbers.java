package dev.caspian.psl.rule;

/** Tells whether a text is a number that a computer can hold. */
final class Numbers {

    private Numbers() {}

    /** Whether it is a whole number of 64 bits. */
    static boolean isLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether it is a whole number of 31 bits, and not negative. */
    static boolean isSize(String text) {
        try {
            return !text.startsWith("+") && Integer.parseInt(text) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
