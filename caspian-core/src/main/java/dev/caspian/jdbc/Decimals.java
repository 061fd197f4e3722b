package dev.caspian.jdbc;

import dev.caspian.sql.Expression.Compare.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;

/**
 * Decimals in a column that has whole numbers of 64 bits and floating-point numbers only.
 *
 * <p>Such a number stands for the shortest decimal that it is the nearest of, which is the one that was written: 0.1,
 * and not what its bits say in the end. So a column holds every decimal of 15 digits, and some of 16 and 17.
 */
final class Decimals {

    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;
    private static final int LONGEST = 19;

    /** From here on, the whole numbers are closer than the floating-point ones. */
    private static final BigDecimal SPARSE = BigDecimal.valueOf(1L << 53);

    private Decimals() {}

    /** The decimal that a finite number stands for. */
    static BigDecimal of(double number) {
        // Java 17 does not always find the shortest text; where it has so few digits, there is only one.
        BigDecimal text = BigDecimal.valueOf(number);
        if (text.precision() <= FEWEST_DIGITS) {
            return plain(text);
        }
        BigDecimal bits = new BigDecimal(number);
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal shorter = bits.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == number) {
                return plain(shorter);
            }
        }
        return plain(bits.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)));
    }

    /**
     * The decimal that a value of SQLite stands for.
     *
     * @param type the storage class
     * @throws NumberFormatException if it stands for none
     */
    static BigDecimal of(int type, String text, double number) {
        return type == Codes.SQLITE_FLOAT ? of(number) : new BigDecimal(text);
    }

    /** The same decimal as a person writes it, without zeros behind its fraction. */
    static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A Long or a Double that stands for just this decimal, or null where there is none. */
    static @Nullable Number exact(BigDecimal decimal) {
        Long whole = whole(decimal);
        if (whole != null) {
            return whole;
        }
        double nearest = decimal.doubleValue();
        return compare(nearest, decimal) == 0 ? (Double) nearest : null;
    }

    private static @Nullable Long whole(BigDecimal decimal) {
        if (!isShort(decimal) || decimal.stripTrailingZeros().scale() > 0) {
            return null;
        }
        BigInteger integer = decimal.toBigInteger();
        return integer.bitLength() < Long.SIZE ? (Long) integer.longValue() : null;
    }

    /** Whether there are no more digits before the point than a Long can have. */
    private static boolean isShort(BigDecimal decimal) {
        return (long) decimal.precision() - decimal.scale() <= LONGEST;
    }

    /**
     * What the numbers of a column are compared with instead of this decimal, so that the answer is the same.
     *
     * @return null where no number is equal to it, and the operator asks for that
     */
    static @Nullable Number compared(BigDecimal decimal, Operator operator) {
        Number exact = exact(decimal);
        if (exact != null) {
            return exact;
        }
        return switch (operator) {
            case EQ, NE -> null;
            case LT, GTE -> neighbour(decimal, RoundingMode.CEILING);
            case GT, LTE -> neighbour(decimal, RoundingMode.FLOOR);
        };
    }

    private static Number neighbour(BigDecimal decimal, RoundingMode direction) {
        if (decimal.abs().compareTo(SPARSE) >= 0 && isShort(decimal)) {
            Long whole = whole(decimal.setScale(0, direction));
            if (whole != null) {
                return whole;
            }
        }
        double nearest = decimal.doubleValue();
        boolean below = compare(nearest, decimal) < 0;
        if (direction == RoundingMode.CEILING) {
            return below ? Math.nextUp(nearest) : nearest;
        }
        return below ? nearest : Math.nextDown(nearest);
    }

    private static int compare(double number, BigDecimal decimal) {
        return Double.isInfinite(number)
                ? (int) Math.signum(number)
                : of(number).compareTo(decimal);
    }
}
