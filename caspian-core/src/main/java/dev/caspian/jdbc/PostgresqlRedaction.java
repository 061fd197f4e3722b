package dev.caspian.jdbc;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/**
 * Makes exceptions of pgjdbc anew without the values in them. Stateless.
 *
 * <p>Values stand in the detail ({@code Key (email)=(…)}, {@code Failing row contains (…)}), in the context, in statements
 * that functions made, and in the message itself where it is about a value or made by a function. Names of tables, columns
 * and constraints, the place in the statement and in the server's source, and the SQLState stay.
 */
final class PostgresqlRedaction {

    static final String LEFT_OUT = "The server's message is left out, because it may hold values";

    /** {@code Key (email, "orgId")=(…) already exists.}, in whatever language; an expression is no list of columns. */
    static final Pattern KEY = Pattern.compile("[^(]*\\(((?:\\w+|\"[^\"]+\")(?:, (?:\\w+|\"[^\"]+\"))*)\\)=\\(");

    /** {@code PL/pgSQL function check_balance() line 3 at RAISE}, in whatever language. */
    private static final Pattern FUNCTION = Pattern.compile("^PL/pgSQL [^'\\n]*$", Pattern.MULTILINE);

    /** Classes of SQLStates whose messages are about names, the text of the statement, or the server. */
    private static final Set<String> WITHOUT_VALUES =
            Set.of("08", "0A", "23", "25", "26", "28", "3B", "3D", "3F", "40", "42", "53", "54", "55", "57", "58");

    /** Those about names, which a function may have been given as its argument too: {@code nextval(?)}. */
    private static final Set<String> OF_NAMES = Set.of("3D", "3F", "42");

    private PostgresqlRedaction() {}

    static SQLException of(PSQLException failure) {
        ServerErrorMessage server = failure.getServerErrorMessage();
        boolean tellsNone = tellsNone(failure, server);
        if (tellsNone && (server == null || isBare(server))) {
            return failure;
        }
        PSQLException redacted = server == null
                ? new PSQLException(LEFT_OUT, state(failure.getSQLState()))
                : new PSQLException(redacted(server, tellsNone));
        redacted.setStackTrace(failure.getStackTrace());
        return redacted;
    }

    /** Whether the message itself holds no value. */
    private static boolean tellsNone(PSQLException failure, @Nullable ServerErrorMessage server) {
        String state = String.valueOf(failure.getSQLState());
        String stateClass = state.substring(0, Math.min(2, state.length()));
        if (!WITHOUT_VALUES.contains(stateClass)
                || (server != null && OF_NAMES.contains(stateClass) && !isAboutItsText(failure, server))) {
            return false;
        }
        // What RAISE says may have any SQLState, and so may a statement that EXECUTE was given.
        return server == null || (server.getInternalQuery() == null && !"exec_stmt_raise".equals(server.getRoutine()));
    }

    /** Whether what is wrong is the statement's text, in which it has a place; or the login, or a right to a table. */
    static boolean isAboutItsText(PSQLException failure, ServerErrorMessage server) {
        return server.getPosition() > 0
                || "aclcheck_error".equals(server.getRoutine())
                || Stream.of(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals("org.postgresql.core.v3.ConnectionFactoryImpl"));
    }

    private static boolean isBare(ServerErrorMessage server) {
        return server.getDetail() == null && server.getWhere() == null && server.getInternalQuery() == null;
    }

    /** The fields of the protocol that stay (PostgreSQL documentation, "Error and Notice Message Fields"). */
    private static ServerErrorMessage redacted(ServerErrorMessage server, boolean tellsNone) {
        StringBuilder fields = new StringBuilder();
        add(fields, 'S', server.getSeverity());
        add(fields, 'C', server.getSQLState());
        add(fields, 'M', tellsNone ? server.getMessage() : LEFT_OUT);
        add(fields, 'D', columns(server.getDetail()));
        add(fields, 'H', tellsNone ? server.getHint() : null);
        add(fields, 'P', server.getPosition() == 0 ? null : String.valueOf(server.getPosition()));
        add(fields, 'W', functions(server.getWhere()));
        add(fields, 's', server.getSchema());
        add(fields, 't', server.getTable());
        add(fields, 'c', server.getColumn());
        add(fields, 'd', server.getDatatype());
        add(fields, 'n', server.getConstraint());
        add(fields, 'F', server.getFile());
        add(fields, 'L', server.getLine() == 0 ? null : String.valueOf(server.getLine()));
        add(fields, 'R', server.getRoutine());
        return new ServerErrorMessage(fields.toString());
    }

    private static void add(StringBuilder fields, char field, @Nullable String text) {
        if (text != null) {
            fields.append(field).append(text).append('\0');
        }
    }

    /** The columns of a key without their values. */
    private static @Nullable String columns(@Nullable String detail) {
        Matcher key = KEY.matcher(Objects.requireNonNullElse(detail, ""));
        return key.lookingAt() ? key.group() + "…)" : null;
    }

    /** The lines of a context that name functions. */
    private static @Nullable String functions(@Nullable String where) {
        String functions = FUNCTION.matcher(Objects.requireNonNullElse(where, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        return functions.isEmpty() ? null : functions;
    }

    private static @Nullable PSQLState state(@Nullable String state) {
        for (PSQLState known : PSQLState.values()) {
            if (known.getState().equals(state)) {
                return known;
            }
        }
        return null;
    }
}
