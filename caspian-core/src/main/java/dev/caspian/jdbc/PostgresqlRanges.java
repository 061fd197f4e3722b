package dev.caspian.jdbc;

import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression.Compare.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;

/**
 * Which values the columns of PostgreSQL hold, where the driver or the server would silently take another one
 * (PostgreSQL documentation, chapter 8).
 */
final class PostgresqlRanges {

    private static final LocalDate FIRST_DATE = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
    private static final Instant FIRST_TIME = Instant.parse("-4712-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("+294277-01-01T00:00:00Z");

    /** Digits before and behind the point, roughly; {@code numeric} has less. */
    private static final int MOST_DIGITS = 200_000;

    private static final int CENTS = 2;

    private PostgresqlRanges() {}

    /** Refuses a value that is about to be written. */
    static void require(Object value, ColumnType type) throws SQLException {
        if (value instanceof Instant instant && !holds(instant)) {
            throw Refused.outOfRange("PostgreSQL has years from 4713 BC to 294276.");
        } else if (value instanceof LocalDate date && !holds(date)) {
            throw Refused.outOfRange("PostgreSQL has years from 4713 BC to 5874897.");
        } else if (value instanceof Integer number && number < 0 && NativeTypes.is(type, "Oid")) {
            throw Refused.outOfRange("An Oid is not negative.");
        }
    }

    static BigDecimal require(BigDecimal number) throws SQLException {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            throw Refused.outOfRange("PostgreSQL has no numbers of so many digits.");
        }
        return number;
    }

    private static boolean holds(Instant instant) {
        return !instant.isBefore(FIRST_TIME) && instant.isBefore(END_OF_TIME);
    }

    private static boolean holds(LocalDate date) {
        return !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
    }

    /** What a column is compared with instead of this value, so that the answer is the same. */
    static Object compared(Object value, ColumnType type, Operator operator) throws SQLException {
        if (value instanceof Instant instant && !holds(instant)) {
            return instant.isBefore(FIRST_TIME) ? Instant.MIN : Instant.MAX;
        } else if (value instanceof LocalDate date && !holds(date)) {
            return date.isBefore(FIRST_DATE) ? LocalDate.MIN : LocalDate.MAX;
        } else if (value instanceof Double number && NativeTypes.is(type, "Real")) {
            return real(number, operator);
        } else if (value instanceof BigDecimal amount && NativeTypes.is(type, "Money")) {
            return money(amount, operator);
        }
        return value;
    }

    private static Double real(double number, Operator operator) {
        float nearest = (float) number;
        double there = ofReal(nearest);
        if (there == number || Double.isNaN(number)) {
            return (double) nearest;
        }
        return switch (operator) {
            case EQ, NE -> number;
            case LT, GTE -> (double) (there < number ? Math.nextUp(nearest) : nearest);
            case GT, LTE -> (double) (there < number ? nearest : Math.nextDown(nearest));
        };
    }

    /** The number that a Real stands for; the nearest double has digits that nobody wrote. */
    static double ofReal(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    private static BigDecimal money(BigDecimal amount, Operator operator) throws SQLException {
        return switch (operator) {
            case LT, GTE -> amount.setScale(CENTS, RoundingMode.CEILING);
            case GT, LTE -> amount.setScale(CENTS, RoundingMode.FLOOR);
            case EQ, NE -> {
                if (!isInCents(amount)) {
                    throw Refused.outOfRange("An amount of Money has no fractions of a cent.");
                }
                yield amount;
            }
        };
    }

    private static boolean isInCents(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= CENTS;
    }

    /** Whether a column may be equal to the value. */
    static boolean mayEqual(Object value, ColumnType type) {
        if (type.nativeType() == null) {
            return !(value instanceof Instant instant) || holds(instant);
        }
        return switch (type.nativeType().name()) {
            case "SmallInt" -> value.equals((int) ((Number) value).shortValue());
            case "Oid" -> ((Number) value).intValue() >= 0;
            case "Real" -> value.equals(ofReal(((Number) value).floatValue()));
            case "Money" -> isInCents((BigDecimal) value);
            case "Timestamp", "Timestamptz" -> holds((Instant) value);
            case "Date" -> holds((LocalDate) value);
            default -> true;
        };
    }

    /** Whether the driver made this year of infinity. */
    static boolean isInfinite(int year) {
        return year == Year.MAX_VALUE || year == Year.MIN_VALUE;
    }
}
