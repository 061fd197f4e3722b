package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.migrate.PushResult.Outcome;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script makes, the introspector must find again: a second push has nothing to do. */
class RoundTripTests {

    @TempDir
    private Path directory;

    static Stream<ScriptCase> sqlite() {
        return ScriptCase.of(Provider.SQLITE);
    }

    static Stream<ScriptCase> postgresql() {
        return ScriptCase.of(Provider.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("sqlite")
    void findsInSqliteWhatItMade(ScriptCase script) {
        push(new SqliteFile(directory.resolve("round.db")).dataSource(), script);
    }

    @ParameterizedTest
    @MethodSource("postgresql")
    void findsInPostgresqlWhatItMade(ScriptCase script) {
        push(PostgresServer.newDatabase(), script);
    }

    private static void push(DataSource database, ScriptCase script) {
        PrismaMigrate migrate = new PrismaMigrate(script.provider());
        Schema before = script.before();
        if (before != null) {
            assertThat(migrate.push(database, before, false).outcome()).isEqualTo(Outcome.CHANGED);
        }
        PushResult changed = migrate.push(database, script.after(), true);
        assertThat(changed.unexecutable()).isEmpty();
        assertThat(changed.outcome()).isEqualTo(Outcome.CHANGED);

        assertThat(migrate.push(database, script.after(), false).outcome()).isEqualTo(Outcome.IN_SYNC);
    }
}
