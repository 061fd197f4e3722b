package dev.caspian.sql.dialect;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.jdbc.FailureReader;
import dev.caspian.jdbc.OwnFunctions;
import dev.caspian.jdbc.PostgresqlFolding;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.provider.Provider;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Select;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How one database spells what the others spell differently. Stateless.
 *
 * <p>Methods take and return text. A {@code ?} in it stands for a parameter, in the order in which operands are given.
 */
public sealed interface Dialect permits SqliteDialect, PostgresqlDialect {

    /**
     * The dialect of a database.
     *
     * @param dataSource to ask the database how it is set up, the first time that this matters
     * @throws InvalidQueryException if the client does not run on it
     */
    static Dialect of(Provider provider, DataSource dataSource) {
        return switch (provider) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL, COCKROACHDB -> new PostgresqlDialect(new PostgresqlFolding(dataSource));
            case MYSQL ->
                throw new InvalidQueryException(
                        "The client does not run on MySQL yet; SQLite and PostgreSQL are supported.");
        };
    }

    /** The identifier in quotes, which are doubled inside. */
    String quote(String identifier);

    /** Text without its case. */
    String fold(String text);

    /** How text that is looked for at this position is bound. */
    Expression.Match.Pattern pattern(Expression.Match.Position position);

    /** The text has at this position what is bound as a {@link #pattern}. */
    String match(String text, Expression.Match.Position position, String pattern);

    /** The text has at this position another text, which is an expression without parameters. */
    String matchExpression(String text, Expression.Match.Position position, String part);

    /**
     * The new value of a column of this type; an error where the result does not fit into it.
     *
     * @param right gives the operand's text, and binds its parameter once more each time
     */
    String calculation(String left, Expression.Arithmetic.Operation operation, Supplier<String> right, ColumnType type);

    /** The exact {@code SUM} or {@code AVG} of decimals. */
    String decimalAggregate(String function, String operand);

    /** A parameter that is compared with a {@link #decimalAggregate}. */
    String decimal(String parameter);

    /** The operand is one of a list in one parameter; without its case, if it is to be ignored. */
    String in(String operand, boolean negated, boolean ignoreCase, ColumnType type);

    /** The operands are one of a list of tuples, in one parameter or, with {@link #bindsTuplesByColumn}, one a column. */
    String tupleIn(List<String> operands, List<ColumnType> types);

    /** Whether a list of tuples is bound as one list for each column, and not as one list of lists. */
    boolean bindsTuplesByColumn();

    /** Whether a path into a Json document is bound as a list of its steps, and not as text of its own. */
    boolean bindsJsonPathsAsLists();

    /** A place in a Json document, which is at the first of so many bound paths that the document has. */
    String jsonAt(String document, int paths);

    /** A Json value in a form in which equal ones are equal, as text or not. */
    String jsonComparable(String value, boolean text);

    /** A Json number in a form in which numbers are compared, stored in the document or bound. */
    String jsonNumber(String value, boolean stored);

    /** The text of a Json string. */
    String jsonText(String value);

    /** The first or last element of a Json array. */
    String jsonElement(String array, boolean last);

    /** A Json array has all elements of another one, or this single element. */
    String jsonContains(String array, String part);

    /** What kind of Json a value is. */
    String jsonHasType(String value, Expression.JsonHasType.Type type);

    /** A scalar list has all elements of another one. */
    String listContains(String list, String elements);

    /** A scalar list has at least one element of another one. */
    String listOverlaps(String list, String elements);

    /** A scalar list has no element, or (negated) has one. */
    String listIsEmpty(String list, boolean negated);

    /** A scalar list with more elements. */
    String append(String list, String elements);

    /** The end of a query that limits its rows; one of the two is given at least. */
    String limit(@Nullable String limit, @Nullable String offset);

    /** The end of a query that keeps its rows from others until the transaction ends; may be empty. */
    String lock(Select.Lock purpose);

    /** Whether an ORDER BY can say where NULL comes. */
    boolean ordersNulls();

    /** Whether NULL is the smallest value of an ORDER BY, and not the largest. */
    boolean nullIsSmallest();

    /** What stands between INSERT and INTO to leave out rows whose key exists; may be empty. */
    String insertSkippingDuplicates();

    /** What ends an INSERT to leave out rows whose key exists; may be empty. */
    String onDuplicateSkip();

    /** What begins the SET list that updates a row whose key exists. */
    String onDuplicateUpdate(List<String> key);

    /** The columns and values of an INSERT that gives none. */
    String defaultRow();

    /** Whether the rows of an INSERT can be bound as one list for each column. */
    boolean insertsLists();

    /** The rows that have the elements of these lists, one a column. */
    String listedRows(List<ColumnType> types);

    /** Beyond how many rows an INSERT gains nothing by another one. */
    int rowsOfAnInsert();

    /** How many parameters a statement may have. */
    int maxParameters();

    /** Functions that statements may call and the database does not have, or null. */
    default @Nullable OwnFunctions ownFunctions() {
        return null;
    }

    /** How the database takes and gives values. */
    ValueCodec codec();

    /** How the database's exceptions are understood. */
    FailureReader failures();

    /** What begins a transaction in which several reads see the same state, or null where there is no cheap one. */
    @Nullable String beginSnapshot();
}
