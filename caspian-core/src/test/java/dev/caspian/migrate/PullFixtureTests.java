package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.pull.PulledSchema;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.SchemaFormatter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Databases as people and other tools make them, and the schemas pulled from them. After an intended change,
 * {@code -Dcaspian.fixtures=update} writes the latter anew.
 */
class PullFixtureTests {

    private static final boolean UPDATE = "update".equals(System.getProperty("caspian.fixtures"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.caspian.migrate.PullCase#all")
    void writesTheSchema(PullCase pull) {
        DataSource database = pull.make(directory);
        PulledSchema pulled = new PrismaMigrate(pull.provider()).pull(database, pull.before(), false);
        String warnings =
                pulled.warnings().stream().map(warning -> warning + "\n").collect(Collectors.joining());
        String migration =
                pull.migration(database, SchemaCompiler.compile(pulled.files()).orThrow());
        if (UPDATE) {
            pull.write("schema.prisma", PullCase.text(pulled));
            pull.write("warnings.txt", warnings);
            pull.write("migration.sql", migration);
        }

        assertThat(PullCase.text(pulled)).isEqualTo(pull.read("schema.prisma"));
        assertThat(warnings).isEqualTo(pull.read("warnings.txt"));
        assertThat(migration).isEqualTo(pull.read("migration.sql"));
    }

    @ParameterizedTest
    @MethodSource("dev.caspian.migrate.PullCase#all")
    void changesNothingWhenItPullsAgain(PullCase pull) {
        PrismaMigrate migrate = new PrismaMigrate(pull.provider());
        DataSource database = pull.make(directory);
        List<SourceFile> files = migrate.pull(database, pull.before(), false).files();

        PulledSchema again = migrate.pull(database, files, false);

        assertThat(again.changed()).isFalse();
        assertThat(again.files()).isEqualTo(files);
    }

    @ParameterizedTest
    @MethodSource("dev.caspian.migrate.PullCase#all")
    void formatsWhatItWrites(PullCase pull) {
        List<SourceFile> files = new PrismaMigrate(pull.provider())
                .pull(pull.make(directory), pull.before(), false)
                .files();

        assertThat(SchemaFormatter.format(files))
                .allSatisfy((file, formatted) -> assertThat(formatted).isEqualTo(file.text()));
    }
}
