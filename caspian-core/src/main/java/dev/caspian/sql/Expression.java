package dev.caspian.sql;

import dev.caspian.error.InvalidValueException;
import java.util.List;
import java.util.regex.Pattern;

/** An expression of SQL. */
public sealed interface Expression {

    /** Always true. */
    Expression TRUE = new And(List.of());

    /** Always false. */
    Expression FALSE = new Or(List.of());

    /**
     * A column of a source of the statement.
     *
     * @param source the source's alias, or the table's name where it has none
     */
    record Column(String source, String name) implements Expression {}

    /**
     * A value that is bound when the statement runs.
     *
     * @param index its position among the arguments of the query
     */
    record Parameter(int index, ColumnType type) implements Expression {}

    /** A whole number that is part of the statement. */
    record Constant(long value) implements Expression {}

    /** All hold; none at all is true. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One holds; none at all is false. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The operand does not hold. */
    record Not(Expression operand) implements Expression {}

    /** The operand does not hold or is NULL. */
    record IsNotTrue(Expression operand) implements Expression {}

    /** Two values compared. */
    record Compare(Expression left, Operator operator, Expression right) implements Expression {

        /** How, as SQL writes it. */
        public enum Operator {
            EQ("="),
            NE("<>"),
            LT("<"),
            LTE("<="),
            GT(">"),
            GTE(">=");

            private final String sql;

            Operator(String sql) {
                this.sql = sql;
            }

            public String sql() {
                return sql;
            }
        }
    }

    /** The operand is NULL, or (negated) is not. */
    record IsNull(Expression operand, boolean negated) implements Expression {}

    /** Text that contains, starts or ends with other text, taken literally. */
    record Match(Expression text, Position position, Expression part, boolean ignoreCase) implements Expression {

        /** Where the part stands. */
        public enum Position {
            ANYWHERE,
            START,
            END;

            private String pattern(String escaped, String wildcard) {
                return switch (this) {
                    case ANYWHERE -> wildcard + escaped + wildcard;
                    case START -> escaped + wildcard;
                    case END -> wildcard + escaped;
                };
            }
        }

        /** How the text that is looked for is bound. */
        public enum Pattern {
            /** As it is. */
            TEXT,
            /** For LIKE, its wildcards escaped with a backslash. */
            LIKE,
            /** For SQLite's GLOB, its wildcards escaped as sets of one character. */
            GLOB;

            /** What is bound to find this text here. */
            public String of(String text, Position position) {
                if (this == GLOB && text.indexOf('\0') >= 0) {
                    throw new InvalidValueException(
                            "SQLite reads a pattern to the first character 0 only. Use contains(…) for such text.",
                            null);
                }
                return switch (this) {
                    case TEXT -> text;
                    case LIKE ->
                        position.pattern(
                                text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"), "%");
                    case GLOB ->
                        position.pattern(
                                text.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]"), "*");
                };
            }
        }
    }

    /** Text without its case, to be compared with text without its case. */
    record Fold(Expression text) implements Expression {}

    /** The value is one of a list that is bound as a whole; its shape is the same for any number of values. */
    record InParameter(Expression operand, Parameter list, boolean negated, boolean ignoreCase) implements Expression {

        public InParameter(Expression operand, Parameter list) {
            this(operand, list, false, false);
        }
    }

    /** The values are, in this order, those of one of a list of tuples that is bound as a whole. */
    record TupleInParameter(List<Expression> operands, int index, List<ColumnType> types) implements Expression {
        public TupleInParameter {
            operands = List.copyOf(operands);
            types = List.copyOf(types);
        }
    }

    /** The query has a row, or (negated) has none. */
    record Exists(Select select, boolean negated) implements Expression {}

    /** The value of a query with one row and one column. */
    record Scalar(Select select) implements Expression {}

    /** Two numbers calculated with. */
    record Arithmetic(Expression left, Operation operation, Expression right) implements Expression {

        /** How, as SQL writes it. */
        public enum Operation {
            ADD("+"),
            SUBTRACT("-"),
            MULTIPLY("*"),
            DIVIDE("/");

            private final String sql;

            Operation(String sql) {
                this.sql = sql;
            }

            public String sql() {
                return sql;
            }
        }
    }

    /** The new value of a column of this type; an error where the result does not fit into it. */
    record Calculation(Expression left, Arithmetic.Operation operation, Expression right, ColumnType type)
            implements Expression {}

    /** The exact SUM or AVG of decimals. */
    record DecimalAggregate(String function, Expression operand) implements Expression {}

    /**
     * A place in a Json document; NULL where the document has no such place.
     *
     * @param path the position of the path among the arguments of the query: a list of names and positions
     * @param numerals how many steps of it may be names or positions, whatever the document has there
     */
    record JsonAt(Expression document, int path, int numerals) implements Expression {

        private static final Pattern NUMERAL = Pattern.compile("-?\\d{1,9}");

        /** Whether a step may be a position; a negative one counts from the end. */
        public static boolean isNumeral(String step) {
            return NUMERAL.matcher(step).matches();
        }
    }

    /** A Json value in a form in which equal ones are equal; as text, if it is to be treated as such. */
    record JsonComparable(Expression value, boolean text) implements Expression {}

    /** A Json number in a form in which numbers are compared; stored in the document, or a parameter. */
    record JsonNumber(Expression value, boolean stored) implements Expression {}

    /** The text of a Json string. */
    record JsonText(Expression value) implements Expression {}

    /** The first or last element of a Json array. */
    record JsonElement(Expression array, boolean last) implements Expression {}

    /** A Json array has all elements of another one, or this single element. */
    record JsonContains(Expression array, Expression part) implements Expression {}

    /** What kind of Json a value is. */
    record JsonHasType(Expression value, Type type) implements Expression {

        /** The kinds that are asked for. */
        public enum Type {
            STRING,
            NUMBER,
            ARRAY
        }
    }

    /** The number of rows. */
    record CountRows() implements Expression {}

    /** A standard function: COUNT, SUM, AVG, MIN, MAX, COALESCE. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The number of the row within its partition, counted from 1; in any order, if none is given. */
    record RowNumber(List<Expression> partitionBy, List<Ordering> orderBy) implements Expression {
        public RowNumber {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }
    }

    /** A list has all elements of another one. */
    record ListContains(Expression list, Expression elements) implements Expression {}

    /** A list has at least one element of another one. */
    record ListOverlaps(Expression list, Expression elements) implements Expression {}

    /** A list has no element, or (negated) has one. */
    record ListIsEmpty(Expression list, boolean negated) implements Expression {}

    /** A list with the elements of another list behind its own; NULL counts as an empty list. */
    record Append(Expression list, Expression elements) implements Expression {}
}
