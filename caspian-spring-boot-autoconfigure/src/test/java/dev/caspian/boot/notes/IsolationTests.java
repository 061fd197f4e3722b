package dev.caspian.boot.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.test.CaspianTest;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.test.annotation.Commit;
import org.springframework.test.annotation.DirtiesContext;

/** What tests with {@code @CaspianTest} have in common, and what they have not. */
class IsolationTests {

    private static final List<List<String>> MIGRATIONS = new ArrayList<>();
    private static final List<String> ADDRESSES = new ArrayList<>();

    /** Guard: `@Transactional` of the annotation. */
    @Test
    void seesNothingOfWhatOtherTestsWrote() {
        assertThat(InnerTests.failure(Alone.class)).isNull();
    }

    @DirtiesContext
    @CaspianTest
    @Import(Notebook.class)
    static class Alone {

        @Autowired
        private Notebook notebook;

        @Test
        void first() {
            write("first");
        }

        @Test
        void second() {
            write("second");
        }

        private void write(String text) {
            notebook.add(text);
            assertThat(notebook.texts()).containsExactly(text);
        }
    }

    /** Guard: the copy that each application has; with one file for all, the second class sees what the first committed. */
    @Test
    void keepsWhatATestCommitsForTheTestsOfTheSameApplicationAlone() {
        assertThat(InnerTests.failure(Committing.class)).isNull();
        assertThat(InnerTests.failure(OtherApplication.class)).isNull();
    }

    @DirtiesContext
    @CaspianTest(properties = "of=one")
    @Import(Notebook.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Committing {

        @Autowired
        private Notebook notebook;

        @Test
        @Order(1)
        @Commit
        void commits() {
            notebook.add("kept");
        }

        @Test
        @Order(2)
        void findsIt() {
            assertThat(notebook.texts()).containsExactly("kept");
        }
    }

    @DirtiesContext
    @CaspianTest(properties = "of=another")
    @Import(Notebook.class)
    static class OtherApplication {

        @Autowired
        private Notebook notebook;

        @Test
        void findsNothing() {
            assertThat(notebook.texts()).isEmpty();
        }
    }

    /** Every run of a migration has an identifier of its own. Guard: the map of `TemporaryDatabase`. */
    @Test
    void runsEqualMigrationsOnceForAllApplications() {
        assertThat(InnerTests.failure(FirstApplication.class)).isNull();
        assertThat(InnerTests.failure(SecondApplication.class)).isNull();
        assertThat(ADDRESSES).hasSize(2).doesNotHaveDuplicates();
        assertThat(MIGRATIONS).hasSize(2);
        assertThat(MIGRATIONS.get(0)).hasSize(2).isEqualTo(MIGRATIONS.get(1));
    }

    private static void note(JdbcClient jdbc, DataSource dataSource) throws Exception {
        ADDRESSES.add(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL));
        MIGRATIONS.add(jdbc.sql("SELECT id FROM _prisma_migrations ORDER BY migration_name")
                .query(String.class)
                .list());
    }

    @DirtiesContext
    @CaspianTest(properties = "number=1")
    static class FirstApplication {

        @Test
        void runs(@Autowired JdbcClient jdbc, @Autowired DataSource dataSource) throws Exception {
            note(jdbc, dataSource);
        }
    }

    @DirtiesContext
    @CaspianTest(properties = "number=2")
    static class SecondApplication {

        @Test
        void runs(@Autowired JdbcClient jdbc, @Autowired DataSource dataSource) throws Exception {
            note(jdbc, dataSource);
        }
    }
}
