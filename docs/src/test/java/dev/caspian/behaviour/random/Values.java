package dev.caspian.behaviour.random;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.query.Comparison;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How a database compares two values. */
final class Values {

    private final TestDatabase database;

    Values(TestDatabase database) {
        this.database = database;
    }

    /** Ascending, NULL where the database puts it. */
    Comparator<@Nullable Object> databaseOrder() {
        Comparator<Object> order = this::compare;
        return database.nullIsSmallest() ? Comparator.nullsFirst(order) : Comparator.nullsLast(order);
    }

    int compare(Object left, Object right) {
        if (left instanceof String text) {
            return Arrays.compare(
                    text.codePoints().toArray(), ((String) right).codePoints().toArray());
        } else if (left instanceof Number number) {
            return decimal(number).compareTo(decimal((Number) right));
        } else if (left instanceof byte[] bytes) {
            return Arrays.compareUnsigned(bytes, (byte[]) right);
        } else if (left instanceof MappedEnum constant) {
            return database.ordersEnumsByName()
                    ? constant.databaseName().compareTo(((MappedEnum) right).databaseName())
                    : Integer.compare(((Enum<?>) left).ordinal(), ((Enum<?>) right).ordinal());
        } else if (left instanceof Json json) {
            // Documents have no order.
            return JsonEvaluator.value(json).equals(JsonEvaluator.value((Json) right)) ? 0 : 1;
        } else if (left instanceof Boolean flag) {
            return flag.compareTo((Boolean) right);
        }
        return ((Instant) left).compareTo((Instant) right);
    }

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** As SQL compares: with NULL the answer is unknown. */
    Truth compare(@Nullable Object left, Comparison comparison, @Nullable Object right, boolean ignoreCase) {
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        if (ignoreCase) {
            return compare(fold((String) left), comparison, fold((String) right), false);
        }
        return Truth.of(
                switch (comparison) {
                    case EQ -> compare(left, right) == 0;
                    case NE -> compare(left, right) != 0;
                    case LT -> compare(left, right) < 0;
                    case LTE -> compare(left, right) <= 0;
                    case GT -> compare(left, right) > 0;
                    case GTE -> compare(left, right) >= 0;
                    case CONTAINS -> ((String) left).contains((String) right);
                    case STARTS_WITH -> ((String) left).startsWith((String) right);
                    case ENDS_WITH -> ((String) left).endsWith((String) right);
                });
    }

    /** As case-insensitive comparisons see a text. */
    static String fold(String text) {
        StringBuilder lower = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
