package dev.caspian.migrate;

import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.MigrationException;
import dev.caspian.migrate.history.MigrationConnection;
import dev.caspian.migrate.history.Progress;
import dev.caspian.migrate.history.ScriptStatement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one seed, as a whole or not at all. Confined to one call. */
final class SeedRun {

    private static final String NOTHING_LEFT = " Nothing of this file was written: correct it and seed again.";
    private static final String LOST =
            " The connection was lost, and nothing of this file was written: seed again when the database can be reached.";
    private static final String UNKNOWN = " The connection was lost, so that nobody knows whether all of this file was"
            + " written, or nothing. Look in the database for what it writes, and seed again if that is missing.";

    private final SeedFile file;
    private final List<ScriptStatement> statements;
    private final Consumer<String> progress;
    private @Nullable MigrationException failure;

    SeedRun(SeedFile file, List<ScriptStatement> statements, Consumer<String> progress) {
        this.file = file;
        this.statements = statements;
        this.progress = progress;
    }

    void in(DataSource dataSource) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        transactions.setRollbackOnCommitFailure(true);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> run(jdbc));
        } catch (CannotCreateTransactionException e) {
            MigrationException failure = MigrationConnection.failure(e);
            if (!failure.code().equals("P1001")) {
                throw failure;
            }
            throw new DatabaseUnreachableException(
                    "The database cannot be reached, so the seed `" + file.name() + "` was not written: "
                            + firstLine(e.getMostSpecificCause()),
                    e);
        } catch (DataAccessException e) {
            if (failure != null) {
                // The rollback failed too, as it does where the connection is lost.
                failure.addSuppressed(e);
                throw failure;
            }
            throw failure(
                    " failed when it was committed: " + firstLine(e.getMostSpecificCause()) + ".",
                    MigrationConnection.isLost(e.getMostSpecificCause()) ? UNKNOWN : NOTHING_LEFT,
                    e);
        }
    }

    private void run(JdbcTemplate jdbc) {
        Progress reached = new Progress("`" + file.name() + "`", statements.size(), "statements", progress);
        for (int i = 0; i < statements.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure(
                        " was interrupted before statement " + (i + 1) + " of " + statements.size() + ".",
                        NOTHING_LEFT,
                        null);
            }
            run(jdbc, reached, i);
            reached.reached(i + 1);
        }
    }

    private void run(JdbcTemplate jdbc, Progress reached, int index) {
        ScriptStatement statement = statements.get(index);
        String place = " failed in statement " + (index + 1) + ", line " + statement.line() + ": ";
        String refusal = statement.refusal();
        if (refusal != null) {
            throw failure(place + refusal + ".", NOTHING_LEFT, null);
        }
        if (statement.isTransactionBoundary()) {
            return;
        }
        try {
            jdbc.execute(reached.step(index + 1, statement.sql()));
        } catch (DataAccessException e) {
            throw failure(
                    place + firstLine(e.getMostSpecificCause()) + ".",
                    MigrationConnection.isLost(e.getMostSpecificCause()) ? LOST : NOTHING_LEFT,
                    e);
        }
    }

    private MigrationException failure(String what, String left, @Nullable Throwable cause) {
        failure = new MigrationException("C3007", "The seed `" + file.name() + "`" + what + left, cause);
        return failure;
    }

    /** PostgreSQL repeats values of rows from the second line on. */
    private static String firstLine(Throwable cause) {
        return Objects.toString(cause.getMessage(), cause.getClass().getName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
