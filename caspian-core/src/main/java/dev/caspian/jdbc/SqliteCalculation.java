package dev.caspian.jdbc;

import dev.caspian.provider.ScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;

/**
 * Calculates for one scalar type what SQLite would get wrong: {@code caspian_int("views", '+', ?)}.
 *
 * <p>SQLite makes a floating-point number of an integer that is too large, adds decimals as such numbers, and divides by
 * zero to NULL. Here that is an error, as on other databases. Confined to one connection.
 */
public final class SqliteCalculation extends Function {

    private final ScalarType type;

    private SqliteCalculation(ScalarType type) {
        this.type = type;
    }

    /** The function's name. */
    public static String name(ScalarType type) {
        return switch (type) {
            case INT -> SqliteFunctions.PREFIX + "int";
            case BIG_INT -> SqliteFunctions.PREFIX + "bigint";
            case FLOAT -> SqliteFunctions.PREFIX + "float";
            case DECIMAL -> SqliteFunctions.DECIMAL;
            default -> throw new IllegalStateException(type.prismaName() + " is no number");
        };
    }

    static void create(SQLiteConnection connection) throws SQLException {
        for (ScalarType type :
                new ScalarType[] {ScalarType.INT, ScalarType.BIG_INT, ScalarType.FLOAT, ScalarType.DECIMAL}) {
            create(connection, name(type), new SqliteCalculation(type), 3, FLAG_DETERMINISTIC);
        }
    }

    @Override
    protected void xFunc() throws SQLException {
        int leftType = value_type(0);
        int rightType = value_type(2);
        if (leftType == Codes.SQLITE_NULL || rightType == Codes.SQLITE_NULL) {
            result();
            return;
        }
        char operation = value_text(1).charAt(0);
        try {
            switch (type) {
                case FLOAT -> result(calculate(value_double(0), operation, value_double(2)));
                case DECIMAL -> {
                    BigDecimal left = Decimals.of(leftType, value_text(0), value_double(0));
                    BigDecimal right = Decimals.of(rightType, value_text(2), value_double(2));
                    decimalResult(calculate(left, operation, right), operation == '/');
                }
                default -> {
                    BigInteger left = BigInteger.valueOf(value_long(0));
                    wholeResult(calculate(left, operation, BigInteger.valueOf(value_long(2))));
                }
            }
        } catch (ArithmeticException | NumberFormatException e) {
            error(SqliteFunctions.OUT_OF_RANGE);
        }
    }

    private void wholeResult(BigInteger value) throws SQLException {
        if (value.bitLength() >= (type == ScalarType.INT ? Integer.SIZE : Long.SIZE)) {
            throw new ArithmeticException();
        }
        result(value.longValue());
    }

    /** A quotient may have no end, and is the nearest decimal that the column can hold. */
    private void decimalResult(BigDecimal value, boolean nearest) throws SQLException {
        Number exact = Decimals.exact(value);
        if (exact instanceof Long whole) {
            result(whole.longValue());
        } else if (exact == null && !nearest) {
            throw new ArithmeticException();
        } else {
            result(finite(value.doubleValue()));
        }
    }

    private static double finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException();
        }
        return value;
    }

    private static double calculate(double left, char operation, double right) {
        double value = switch (operation) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            default -> left / right;
        };
        boolean divides = operation == '/';
        boolean scales = divides || (operation == '*' && right != 0);
        // Too small a result is an error too, as on PostgreSQL; infinity comes of infinity only.
        boolean lost = value == 0 && left != 0 && scales && !Double.isInfinite(right);
        if (lost || (divides && right == 0)) {
            throw new ArithmeticException();
        }
        return Double.isInfinite(left) || Double.isInfinite(right) ? number(value) : finite(value);
    }

    private static double number(double value) {
        if (Double.isNaN(value)) {
            throw new ArithmeticException();
        }
        return value;
    }

    private static BigInteger calculate(BigInteger left, char operation, BigInteger right) {
        return switch (operation) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right);
            default -> left.divide(right);
        };
    }

    private static BigDecimal calculate(BigDecimal left, char operation, BigDecimal right) {
        return switch (operation) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right);
            default -> left.divide(right, MathContext.DECIMAL128);
        };
    }
}
