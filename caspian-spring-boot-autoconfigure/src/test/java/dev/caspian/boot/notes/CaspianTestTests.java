package dev.caspian.boot.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.client.NotesClient;
import dev.caspian.boot.sqlite.SqliteDataSource;
import dev.caspian.boot.test.CaspianTest;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.util.ClassUtils;

/** What a test with {@code @CaspianTest} has. H2 is on the class path of these tests. */
@CaspianTest
@Import(Notebook.class)
class CaspianTestTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Notebook notebook;

    @Autowired
    private DataSource dataSource;

    /** Guard: the registrar's entry for `spring.test.database.replace`, and its DataSource. */
    @Test
    void hasATemporaryFileOfSqliteAlthoughH2IsThere() throws Exception {
        assertThat(ClassUtils.isPresent("org.h2.Driver", null)).isTrue();
        assertThat(url(dataSource)).startsWith("jdbc:sqlite:").contains("caspian-test");
        assertThat(SqliteDataSource.isBehind(dataSource)).isTrue();
        assertThat(Path.of("prisma/dev.db")).doesNotExist();
    }

    private static String url(DataSource dataSource) throws Exception {
        return JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL);
    }

    /** Guard: `AutoConfigureCaspianDatabase` on the annotation, without which there is no database, or one without tables. */
    @Test
    void hasTheTablesOfTheMigrations() {
        notebook.add("milk");
        assertThat(notebook.texts()).containsExactly("milk");
        assertThat(context.getEnvironment().getProperty("caspian.migrate.mode")).isEqualTo("deploy");
    }

    /** Guard: `CaspianTypeExcludeFilter`. */
    @Test
    void hasNoComponentOfTheApplicationButWhatItImports() {
        assertThat(context.getBeanNamesForType(Letter.class)).isEmpty();
        assertThat(context.getBeanNamesForType(NotesClient.class)).hasSize(1);
    }

    /** Guard: the known includes of `CaspianTypeExcludeFilter`. */
    @Test
    void hasTheInterceptorsOfTheApplication() {
        Watching watching = context.getBean(Watching.class);
        int before = watching.operations();

        notebook.add("milk");

        assertThat(watching.operations()).isEqualTo(before + 1);
    }

    @Test
    @Sql(statements = {"INSERT INTO Note (text) VALUES ('one')", "INSERT INTO Note (text) VALUES ('two')"})
    void runsTheScriptsOfSqlInItsTransaction() {
        assertThat(notebook.texts()).containsExactly("one", "two");
        TestTransaction.end();
        assertThat(notebook.texts()).isEmpty();
    }
}
