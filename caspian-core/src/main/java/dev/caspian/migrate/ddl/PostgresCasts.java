package dev.caspian.migrate.ddl;

import static dev.caspian.migrate.diff.CastRisk.NONE;
import static dev.caspian.migrate.diff.CastRisk.NOT_CASTABLE;
import static dev.caspian.migrate.diff.CastRisk.RISKY;
import static dev.caspian.migrate.diff.CastRisk.SAFE;

import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.provider.NativeType;
import java.util.List;
import java.util.Set;

/**
 * What {@code ALTER COLUMN … SET DATA TYPE} does to the values of a column, for each pair of native types. Stateless.
 *
 * <p>Castable is what PostgreSQL casts by assignment (manual, "CREATE CAST" and {@code pg_cast}); a cast is safe if every
 * value of the one type fits the other.
 */
final class PostgresCasts {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final Set<String> MOMENTS = Set.of("Timestamp", "Timestamptz", "Date", "Time", "Timetz");

    /** As many digits as PostgreSQL keeps for an unbounded number. */
    private static final int UNBOUNDED_DIGITS = 131_072;

    private static final int UNBOUNDED_SCALE = 16_383;

    private PostgresCasts() {}

    static CastRisk risk(NativeType previous, NativeType next) {
        boolean same = previous.name().equals(next.name());
        if (previous.equals(next) || (same && isAny(next, "Char", "Bit") && size(previous) == size(next))) {
            return NONE;
        }
        return switch (previous.name()) {
            case "SmallInt", "Integer", "BigInt" -> integer(previous.name(), next);
            case "Decimal" -> decimal(previous, next);
            case "Real", "DoublePrecision" -> floating(previous.name(), next);
            case "VarChar", "Char" -> bounded(previous, next);
            case "Text" -> isAny(next, "VarChar", "Citext") && size(next) == UNLIMITED ? SAFE : bounds(next);
            case "Citext" -> isAny(next, "Text", "VarChar") ? SAFE : bounds(next);
            case "Timestamp", "Timestamptz", "Date", "Time", "Timetz" -> moment(previous, next);
            case "Boolean" -> bool(next);
            case "Bit", "VarBit" -> bits(previous, next);
            case "Uuid" -> text(next, 32, NOT_CASTABLE);
            case "ByteA" -> size(next) <= 2 ? NOT_CASTABLE : text(next, UNLIMITED, RISKY);
            case "Json", "JsonB" -> isAny(next, "Json", "JsonB") ? SAFE : text(next, UNLIMITED, RISKY);
            case "Xml" -> text(next, UNLIMITED, RISKY);
            case "Inet" -> isAny(next, "Citext", "Text", "VarChar") ? SAFE : NOT_CASTABLE;
            case "Money" -> isAny(next, "Citext", "Text", "VarChar") ? SAFE : money(next);
            case "Oid" -> isAny(next, "Text", "VarChar", "BigInt", "Integer") ? SAFE : NOT_CASTABLE;
            default -> RISKY;
        };
    }

    private static boolean isAny(NativeType type, String... names) {
        return List.of(names).contains(type.name());
    }

    /** How many characters or bits the type holds; {@code Char} and {@code Bit} alone hold one. */
    private static int size(NativeType type) {
        if (!type.arguments().isEmpty()) {
            return type.arguments().get(0);
        }
        return isAny(type, "Char", "Bit") ? 1 : UNLIMITED;
    }

    /** A cast to text that takes up to {@code needed} characters. */
    private static CastRisk text(NativeType next, int needed, CastRisk ifShorter) {
        return switch (next.name()) {
            case "Text" -> SAFE;
            case "VarChar", "Char" -> size(next) >= needed ? SAFE : ifShorter;
            default -> NOT_CASTABLE;
        };
    }

    private static CastRisk bounds(NativeType next) {
        return isAny(next, "VarChar", "Char") ? RISKY : NOT_CASTABLE;
    }

    /** Prisma lets any type follow, but PostgreSQL makes nothing but numbers and texts of money. */
    private static CastRisk money(NativeType next) {
        return isAny(next, "Decimal", "Char") ? RISKY : NOT_CASTABLE;
    }

    private static CastRisk integer(String previous, NativeType next) {
        int digits = integerDigits(previous);
        return switch (next.name()) {
            case "SmallInt", "Integer", "BigInt" -> integerDigits(next.name()) >= digits ? SAFE : RISKY;
            case "Real", "DoublePrecision" -> SAFE;
            case "Decimal" -> next.arguments().isEmpty() || wholeDigits(next) >= digits ? SAFE : RISKY;
            default -> text(next, digits == 19 ? 20 : digits + 1, RISKY);
        };
    }

    /** As Prisma counts them. */
    private static int integerDigits(String type) {
        return switch (type) {
            case "SmallInt" -> 3;
            case "Integer" -> 10;
            default -> 19;
        };
    }

    private static int wholeDigits(NativeType decimal) {
        return decimal.arguments().get(0) - decimal.arguments().get(1);
    }

    private static CastRisk decimal(NativeType previous, NativeType next) {
        boolean free = previous.arguments().isEmpty();
        int precision = free ? UNBOUNDED_DIGITS : previous.arguments().get(0);
        int scale = free ? UNBOUNDED_SCALE : previous.arguments().get(1);
        return switch (next.name()) {
            case "SmallInt", "Integer", "BigInt" ->
                scale > 0 || precision > integerDigits(next.name()) - 1 ? RISKY : SAFE;
            case "Decimal" -> decimals(free, precision, scale, next);
            case "Real", "DoublePrecision" -> RISKY;
            default -> text(next, precision + (scale > 0 && !free ? 2 : 1), RISKY);
        };
    }

    private static CastRisk decimals(boolean free, int precision, int scale, NativeType next) {
        if (next.arguments().isEmpty()) {
            return SAFE;
        }
        int nextPrecision = next.arguments().get(0);
        int nextScale = next.arguments().get(1);
        if (free) {
            return nextPrecision < precision || nextScale < scale ? RISKY : SAFE;
        }
        return precision - scale > nextPrecision - nextScale || scale > nextScale ? RISKY : SAFE;
    }

    private static CastRisk floating(String previous, NativeType next) {
        boolean real = previous.equals("Real");
        return switch (next.name()) {
            case "SmallInt", "Integer", "BigInt", "Decimal" -> RISKY;
            case "Real" -> RISKY;
            case "DoublePrecision" -> SAFE;
            default -> text(next, real ? 47 : 317, RISKY);
        };
    }

    private static CastRisk bounded(NativeType previous, NativeType next) {
        return isAny(next, "VarChar", "Char") && size(next) < size(previous) ? RISKY : text(next, 0, SAFE);
    }

    private static CastRisk moment(NativeType previous, NativeType next) {
        if (!MOMENTS.contains(next.name())) {
            return text(next, momentLength(previous.name()), NOT_CASTABLE);
        }
        if (previous.name().equals(next.name()) && !previous.name().equals("Date")) {
            // Without a precision there are six digits; the database does not tell whether they were asked for.
            return previous.arguments().isEmpty() || next.arguments().isEmpty() ? NONE : SAFE;
        }
        return switch (previous.name()) {
            case "Date" -> isAny(next, "Timestamp", "Timestamptz") ? SAFE : NOT_CASTABLE;
            case "Time" -> isAny(next, "Timetz") ? SAFE : NOT_CASTABLE;
            case "Timetz" -> isAny(next, "Time") ? SAFE : NOT_CASTABLE;
            // Prisma lets a time with time zone follow, but PostgreSQL does not know which zone that would be.
            case "Timestamp" -> isAny(next, "Timetz") ? NOT_CASTABLE : SAFE;
            default -> SAFE;
        };
    }

    private static int momentLength(String type) {
        return switch (type) {
            case "Timestamp" -> 23;
            case "Time" -> 14;
            case "Timetz" -> 19;
            default -> 28;
        };
    }

    private static CastRisk bool(NativeType next) {
        return switch (next.name()) {
            case "Text", "VarChar" -> SAFE;
            case "Char" -> size(next) > 4 ? SAFE : size(next) == 4 ? RISKY : NOT_CASTABLE;
            default -> NOT_CASTABLE;
        };
    }

    private static CastRisk bits(NativeType previous, NativeType next) {
        boolean holds = size(next) >= size(previous);
        if (previous.name().equals("Bit")) {
            return switch (next.name()) {
                case "Text" -> SAFE;
                case "VarChar", "Char", "VarBit" -> holds ? SAFE : NOT_CASTABLE;
                default -> NOT_CASTABLE;
            };
        }
        return switch (next.name()) {
            case "Text" -> SAFE;
            case "VarChar", "Char" -> holds ? SAFE : RISKY;
            case "VarBit" -> holds ? SAFE : NOT_CASTABLE;
            case "Bit" -> size(next) <= size(previous) ? RISKY : NOT_CASTABLE;
            default -> NOT_CASTABLE;
        };
    }
}
