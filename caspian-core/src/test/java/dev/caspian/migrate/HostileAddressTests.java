package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Addresses whose parts want to be more than a file or a database schema. */
class HostileAddressTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a'b.db",
                "a\"b.db",
                "a b.db",
                "a;b--.db",
                "a#b.db",
                "a%41%2e.db",
                "a&mode=memory.db",
                "a:b.db",
                "{a}$b.db",
                "\u00e4\u202e.db",
                "a\nb.db"
            })
    void aFileHasTheNameThatIsWritten(String name) throws IOException, SQLException {
        DatabaseUrl url = DatabaseUrl.parse("file:" + directory + "/" + name + "?connection_limit=1");

        try (Connection connection = DriverManager.getConnection(url.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE a (id INTEGER)");
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of(name));
        }
    }

    /**
     * Without the quotes of {@code UrlParameters.searchPath} there would be several schemas, or another one; without the
     * pattern in {@code PostgresSession.ensureSchema} a name with a comma would be cut, and {@code regnamespace} in
     * {@code HistorySql} would read a name as SQL.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "a'b",
                "Upper, public",
                "\"a\", \"public\"",
                "a b&c=d",
                "'; DROP TABLE kept; --",
                "$users",
                "ä%41+"
            })
    void theSchemaOfAnAddressIsThatSchema(String name) throws SQLException {
        TestDatabase database = TestDatabase.empty(Provider.POSTGRESQL, directory);
        database.execute(
                "CREATE TABLE kept (id int)", "CREATE SCHEMA \"" + name.replace("\"", "\"\"") + '"', "CREATE SCHEMA a");
        PGSimpleDataSource server = database.dataSource().unwrap(PGSimpleDataSource.class);
        DatabaseUrl url = DatabaseUrl.parse("postgresql://postgres@localhost:" + server.getPortNumbers()[0] + "/"
                + server.getDatabaseName() + "?schema="
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        PGSimpleDataSource addressed = new PGSimpleDataSource();
        addressed.setURL(url.jdbcUrl());
        addressed.setUser(Objects.requireNonNull(url.username()));
        Schema schema = SchemaCompiler.compile(List.of(new SourceFile(
                        "schema.prisma",
                        "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n}\n")))
                .orThrow();
        PrismaMigrate migrate = new PrismaMigrate(Provider.POSTGRESQL);

        migrate.dev(addressed, schema, directory, DevOptions.named("first"));

        assertThat(migrate.drift(addressed, schema).empty()).isTrue();
        migrate.reset(addressed, schema, MigrationSource.directory(directory));
        assertThat(migrate.drift(addressed, schema).empty()).isTrue();
        assertThat(
                        database.strings(
                                "SELECT nspname || ' ' || relname FROM pg_class c JOIN pg_namespace n ON n.oid ="
                                        + " relnamespace WHERE relkind = 'r' AND relname IN ('A', 'kept', '_prisma_migrations') ORDER BY 1"))
                .containsExactlyInAnyOrder(name + " A", name + " _prisma_migrations", "public kept");
    }
}
