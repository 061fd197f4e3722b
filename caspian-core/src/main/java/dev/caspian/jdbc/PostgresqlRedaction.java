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

    /** Classes of SQLStates whose messages are about constraints, transactions, or the server. */
    private static final Set<String> WITHOUT_VALUES =
            Set.of("08", "23", "25", "26", "28", "3B", "40", "53", "55", "57");

    /**
     * Classes whose messages are about the text of the statement, or about that of a value: {@code to_tsquery(?)} finds
     * syntax errors too, and {@code ?::regclass} tables that do not exist.
     */
    private static final Set<String> ABOUT_TEXT = Set.of("0A", "3D", "3F", "42", "54");

    /** Routines of the server that know no values, and give no position. */
    private static final Set<String> WITHOUT_PARAMETERS = Set.of(
            "aclcheck_error",
            "check_stack_depth",
            "DropErrorMsgNonExistent",
            "exec_parse_message",
            "heap_create_with_catalog",
            "infer_arbiter_indexes",
            "InitPostgres",
            "RevalidateCachedQuery");

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
                && !(ABOUT_TEXT.contains(stateClass) && isAboutItsText(failure, server))) {
            return false;
        }
        // What RAISE says may have any SQLState, and so may a statement that EXECUTE was given.
        return server == null || (server.getInternalQuery() == null && !"exec_stmt_raise".equals(server.getRoutine()));
    }

    /** Whether the message is about the statement that was sent, of which parameters are no part, or about the login. */
    static boolean isAboutItsText(PSQLException failure, @Nullable ServerErrorMessage server) {
        return server == null
                || server.getPosition() > 0
                || (server.getWhere() == null && WITHOUT_PARAMETERS.contains(String.valueOf(server.getRoutine())))
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
        if (tellsNone) {
            // RAISE may call anything a table, a column or a constraint.
            add(fields, 's', server.getSchema());
            add(fields, 't', server.getTable());
            add(fields, 'c', server.getColumn());
            add(fields, 'd', server.getDatatype());
            add(fields, 'n', server.getConstraint());
        }
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
