package dev.caspian.boot.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.CaspianReplica;
import dev.caspian.boot.TestDatabase;
import dev.caspian.boot.test.AutoConfigureCaspianDatabase;
import dev.caspian.boot.test.AutoConfigureCaspianDatabase.Replace;
import dev.caspian.boot.test.CaspianTest;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.Commit;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which database a test writes to: its own, or a temporary one, and never the one that the application is configured for
 * without being told. Each inner test commits a note, so that the place shows where it went.
 */
class NamedDatabaseTests {

    private static final TestDatabase SQLITE = TestDatabase.SQLITE;

    /** Of the test itself. */
    private static String own = "";

    /** Of the application. */
    private static String configured = "";

    @TempDir
    private Path directory;

    @BeforeEach
    void prepareFiles() {
        own = "file:" + directory.resolve("own.db");
        configured = "file:" + directory.resolve("configured.db");
    }

    private @Nullable Throwable failure(Map<String, String> machine, Class<?> tests) throws Exception {
        return InnerTests.withSystemProperties(machine, () -> InnerTests.failure(tests));
    }

    private void writesToItsOwn(Map<String, String> machine, Class<?> tests) throws Exception {
        assertThat(failure(machine, tests)).isNull();
        assertThat(SQLITE.strings(own, "SELECT text FROM Note")).containsExactly("written");
        assertThat(directory.resolve("configured.db")).doesNotExist();
    }

    private void writesToATemporaryOne(Map<String, String> machine, Class<?> tests) throws Exception {
        assertThat(failure(machine, tests)).isNull();
        assertThat(directory).isEmptyDirectory();
    }

    @Transactional
    abstract static class Writing {

        @Test
        @Commit
        void writes(@Autowired Notebook notebook) {
            notebook.add("written");
            assertThat(notebook.texts()).containsExactly("written");
        }
    }

    @DirtiesContext
    @CaspianTest
    @Import(Notebook.class)
    static class NamingNone extends Writing {}

    /** Guard: `TestDeclarations.setsProperty`, which looks only at what stands before the machine's properties. */
    @Test
    void writesToATemporaryDatabaseInsteadOfTheConfiguredOne() throws Exception {
        writesToATemporaryOne(Map.of("DATABASE_URL", configured), NamingNone.class);
        writesToATemporaryOne(Map.of("spring.datasource.url", SQLITE.jdbcUrl(configured)), NamingNone.class);
        // Spring Boot would let it win over any other address.
        writesToATemporaryOne(
                Map.of("spring.datasource.hikari.jdbc-url", SQLITE.jdbcUrl(configured)), NamingNone.class);
    }

    static class ApplicationsReplica {

        @Bean(defaultCandidate = false)
        @CaspianReplica
        DataSource replica() {
            return DataSourceBuilder.create().url(SQLITE.jdbcUrl(configured)).build();
        }
    }

    @DirtiesContext
    @CaspianTest
    @Import({Notebook.class, ApplicationsReplica.class})
    static class WithAReplica extends Writing {}

    /** Guard: `TestDatabaseRegistrar.leaveOutReplicas`. A replica beside a file would stop the start. */
    @Test
    void writesToATemporaryDatabaseWithoutTheReplicaOfTheApplication() throws Exception {
        writesToATemporaryOne(Map.of("caspian.replica.url", "postgresql://localhost:1/shop"), NamingNone.class);
        writesToATemporaryOne(Map.of(), WithAReplica.class);
    }

    @DirtiesContext
    @CaspianTest
    @Import(Notebook.class)
    static class NamingAFile extends Writing {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry properties) {
            properties.add("DATABASE_URL", () -> own);
        }
    }

    /** Guard: `TestDeclarations.setsAddress`. */
    @Test
    void writesToADatabaseThatADynamicPropertyNames() throws Exception {
        writesToItsOwn(Map.of("DATABASE_URL", configured), NamingAFile.class);
    }

    /** Spring Boot lets these win over `DATABASE_URL`, whoever sets that. Guard: `TestDeclarations.ADDRESSES_OF_POOLS`. */
    @Test
    void writesToATemporaryDatabaseIfTheNamedOneWouldNotBeUsed() throws Exception {
        writesToATemporaryOne(Map.of("spring.datasource.url", SQLITE.jdbcUrl(configured)), NamingAFile.class);
        writesToATemporaryOne(
                Map.of("spring.datasource.hikari.jdbc-url", SQLITE.jdbcUrl(configured)), NamingAFile.class);
    }

    @DirtiesContext
    @CaspianTest(properties = "spring.datasource.url=jdbc:sqlite:${named.file}")
    @Import(Notebook.class)
    static class NamingAnAddress extends Writing {}

    @Test
    void writesToADatabaseThatAPropertyOfTheAnnotationNames() throws Exception {
        writesToItsOwn(
                Map.of("named.file", directory.resolve("own.db").toString(), "DATABASE_URL", configured),
                NamingAnAddress.class);
    }

    @DirtiesContext
    @CaspianTest
    @Import(Notebook.class)
    static class MakingADataSource extends Writing {

        @TestConfiguration(proxyBeanMethods = false)
        static class Databases {

            @Bean
            DataSource ownDatabase() {
                return DataSourceBuilder.create().url(SQLITE.jdbcUrl(own)).build();
            }
        }
    }

    /** Guard: `TestDeclarations.isOfTest`. */
    @Test
    void writesToADataSourceOfATestConfiguration() throws Exception {
        writesToItsOwn(Map.of("DATABASE_URL", configured), MakingADataSource.class);
    }

    @DirtiesContext
    @CaspianTest
    @AutoConfigureCaspianDatabase(replace = Replace.NONE)
    @Import(Notebook.class)
    static class ReplacingNone extends Writing {}

    /** Guard: `Replace.NONE`. Without the mode, there are no tables: nobody migrates a database that is not the test's. */
    @Test
    void writesToTheConfiguredDatabaseIfToldSo() throws Exception {
        assertThat(failure(Map.of("DATABASE_URL", configured), ReplacingNone.class))
                .hasMessageContaining("no such table: Note");
        assertThat(failure(Map.of("DATABASE_URL", configured, "caspian.migrate.mode", "deploy"), ReplacingNone.class))
                .isNull();
        assertThat(SQLITE.strings(configured, "SELECT text FROM Note")).containsExactly("written");
    }

    @DirtiesContext
    @CaspianTest
    @Import({Notebook.class, ShopDatabases.class})
    static class OfAnApplicationWithADataSource extends Writing {

        @Test
        void hasItsNameAndNoOther(@Autowired Map<String, DataSource> dataSources) {
            assertThat(dataSources).containsOnlyKeys("shop");
        }
    }

    /** Guard: `TestDatabaseRegistrar.useTemporaryDatabase`. */
    @Test
    void writesToATemporaryDatabaseInsteadOfADataSourceOfTheApplication() throws Exception {
        writesToATemporaryOne(Map.of("shop.url", SQLITE.jdbcUrl(configured)), OfAnApplicationWithADataSource.class);
    }

    @DirtiesContext
    @CaspianTest
    @Import({Notebook.class, ShopDatabases.class, ShopArchive.class})
    static class OfAnApplicationWithTwo extends Writing {}

    @Test
    void doesNotStartIfTheApplicationHasSeveralDataSources() throws Exception {
        assertThat(failure(Map.of("shop.url", SQLITE.jdbcUrl(configured)), OfAnApplicationWithTwo.class))
                .hasMessageContainingAll("`shop`", "`archive`", "@TestConfiguration", "Replace.NONE");
        assertThat(directory).isEmptyDirectory();
    }

    @DirtiesContext
    @SpringBootTest
    @AutoConfigureCaspianDatabase
    static class OfTheWholeApplication extends Writing {

        @Test
        void hasAllOfIt(@Autowired Letter letter) {
            assertThat(letter).isNotNull();
        }
    }

    @Test
    void worksForAWholeApplicationToo() throws Exception {
        writesToATemporaryOne(Map.of("DATABASE_URL", configured), OfTheWholeApplication.class);
    }

    @DirtiesContext
    @JdbcTest
    @AutoConfigureCaspianDatabase
    static class OfJdbc {

        @Test
        void hasTheTables(@Autowired JdbcClient jdbc) {
            assertThat(jdbc.sql("SELECT count(*) FROM Note JOIN sqlite_schema ON true")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    /** Guard: the registrar's entry for `spring.test.database.replace`; without it, H2 says that there is no such table. */
    @Test
    void worksForTestsOfJdbcWithoutH2InItsPlace() throws Exception {
        writesToATemporaryOne(Map.of("DATABASE_URL", configured), OfJdbc.class);
    }

    @DirtiesContext
    @JdbcTest(properties = "caspian.migrate.mode=deploy")
    static class OfJdbcAlone {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", () -> SQLITE.jdbcUrl(own));
        }

        @Test
        void hasTheTables(@Autowired JdbcClient jdbc) {
            assertThat(jdbc.sql("SELECT count(*) FROM Note")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    /** Guard: the file of imports for `AutoConfigureDataSourceInitialization`. */
    @Test
    void migratesTheDatabasesOfSpringBootsOwnSlices() throws Exception {
        assertThat(failure(Map.of(), OfJdbcAlone.class)).isNull();
    }

    @DirtiesContext
    @JdbcTest
    static class OfJdbcOnH2 {

        @Test
        void starts() {}
    }

    @DirtiesContext
    @SpringBootTest
    @AutoConfigureTestDatabase
    static class OfTheWholeApplicationOnH2 extends Writing {}

    /** Guard: `EmbeddedDatabases`. Without it, the advice is one for applications: an address, which the test would not use. */
    @Test
    void saysWhatToAnnotateWhereSpringBootHasPutH2InThePlaceOfTheDatabase() throws Exception {
        String advice =
                "for a test: annotate that with `@AutoConfigureCaspianDatabase`, or let it be a `@CaspianTest`.";
        assertThat(failure(Map.of("DATABASE_URL", configured, "caspian.migrate.mode", "deploy"), OfJdbcOnH2.class))
                .hasMessageStartingWith(
                        "`caspian.migrate.mode` is `deploy`, but Caspian does not know this kind of database.")
                .hasMessageEndingWith(advice);
        // Whoever does not migrate meets it with the client.
        assertThat(failure(Map.of("DATABASE_URL", configured), OfTheWholeApplicationOnH2.class))
                .hasMessageContaining("was generated for `sqlite`, but the DataSource leads to `jdbc:h2:…`")
                .hasMessageEndingWith(advice);
    }
}
