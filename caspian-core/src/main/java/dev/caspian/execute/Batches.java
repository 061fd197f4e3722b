package dev.caspian.execute;

import java.util.List;
import java.util.function.Consumer;

/**
 * Divides rows among statements. Few rows go into one statement; many into statements of a few sizes only, so that their
 * SQL is found again.
 */
final class Batches {

    /** No database takes fewer parameters in a statement. */
    private static final int PARAMETERS = 30_000;

    private static final int FEW = 20;

    private Batches() {}

    /**
     * How many rows one statement takes at most.
     *
     * @param enough beyond how many a longer statement gains nothing
     */
    static int most(int parametersOfARow, int enough) {
        return parametersOfARow == 0 ? 1 : Math.max(1, Math.min(enough, PARAMETERS / parametersOfARow));
    }

    /** Whether so many rows are not just few. */
    static boolean areMany(int rows) {
        return rows > FEW;
    }

    /** How many of the rows that are left go into the next statement. */
    static int next(int left, int most) {
        int size = Math.min(left, most);
        return areMany(size) ? Integer.highestOneBit(size) : size;
    }

    /** Hands out the rows in their order, at most so many at once. */
    static <T> void of(List<T> rows, int most, Consumer<List<T>> statement) {
        int from = 0;
        while (from < rows.size()) {
            int size = next(rows.size() - from, most);
            statement.accept(rows.subList(from, from + size));
            from += size;
        }
    }
}
