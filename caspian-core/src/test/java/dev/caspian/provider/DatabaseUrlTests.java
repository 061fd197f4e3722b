package dev.caspian.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.InvalidDatabaseUrlException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            file:./prisma/dev.db,         jdbc:sqlite:./prisma/dev.db
            file:dev.db,                  jdbc:sqlite:dev.db
            file:/var/lib/shop/live.db,   jdbc:sqlite:/var/lib/shop/live.db
            file:///var/lib/shop/live.db, jdbc:sqlite:/var/lib/shop/live.db
            FILE:./my data/100%.db,       jdbc:sqlite:./my data/100%.db
            file:dev.db?socket_timeout=2, jdbc:sqlite:dev.db?busy_timeout=2000
            """)
    void readsFiles(String url, String jdbcUrl) {
        DatabaseUrl read = DatabaseUrl.parse(url);
        assertThat(read.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(read.providers()).containsExactly(Provider.SQLITE);
        assertThat(read.username()).isNull();
    }

    @Test
    void readsAServerWithItsCredentials() {
        DatabaseUrl read =
                DatabaseUrl.parse("postgresql://al%40ice:p%2Fw%3A+%C3%BC@db.example:6432/shop?schema=public");
        assertThat(read.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/shop?currentSchema=public");
        assertThat(read.username()).isEqualTo("al@ice");
        assertThat(read.password()).isEqualTo("p/w:+ü");
        assertThat(read.providers()).containsExactly(Provider.POSTGRESQL, Provider.COCKROACHDB);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            postgres://h/d,                                   jdbc:postgresql://h/d
            postgresql://u@[::1]:5433/d,                      jdbc:postgresql://[::1]:5433/d
            postgresql://h/my%20data,                         jdbc:postgresql://h/my%20data
            postgresql://h/d?schema=My%22Schema,              jdbc:postgresql://h/d?currentSchema=%22My%22%22Schema%22
            postgresql://h/d?sslmode=require&connect_timeout=7, jdbc:postgresql://h/d?connectTimeout=7&sslmode=require
            postgresql://h/d?pgbouncer=true,                  jdbc:postgresql://h/d?prepareThreshold=0
            mysql://u:p@h:3307/d?connect_timeout=7,           jdbc:mysql://h:3307/d?connectTimeout=7000
            mysql://u:p@h/d?sslaccept=strict,                 jdbc:mysql://h/d?sslMode=VERIFY_IDENTITY
            """)
    void translatesServersAndParameters(String url, String jdbcUrl) {
        assertThat(DatabaseUrl.parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
    }

    @Test
    void readsWhatConcernsThePool() {
        DatabaseUrl read = DatabaseUrl.parse("postgresql://h/d?connection_limit=3&pool_timeout=20");
        assertThat(read.connectionLimit()).isEqualTo(3);
        assertThat(read.poolTimeout()).isEqualTo(20);
        assertThat(read.jdbcUrl()).isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void understandsASlashAndAnAtSignInAPassword() {
        DatabaseUrl read = DatabaseUrl.parse("mysql://u:p/@ss@h/d");
        assertThat(read.password()).isEqualTo("p/@ss");
        assertThat(read.jdbcUrl()).isEqualTo("jdbc:mysql://h/d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev.db                              | has no scheme
            file:                               | names no file
            file::resource:http://host/s3cret.db | where the path of a file belongs
            file://:Resource:s3cret.db          | where the path of a file belongs
            file:file::resource:s3cret.db       | has `file:` after `file:`
            mongodb://u:s3cret@h/d              | `mongodb:`, which Caspian does not support
            s3cret word:x                       | has no scheme
            jdbc:sqlite:dev.db                  | spring.datasource.url
            prisma://x/?api_key=s3cret          | direct address
            postgresql:u:s3cret@h/d             | no `//`
            postgresql://u:s3cret@h             | must name one database
            postgresql://u:s3?cret@h:5432/d     | percent-encoded
            postgresql://u:s3cret%@h/d          | write a percent sign itself
            postgresql://u:s3cret@h:port/d      | percent-encoded
            postgresql://u:s3cret@h:70000/d     | a port above 65535
            postgresql://u:s3cret@h/d?colour=s3cret  | the parameter `colour`
            postgresql://u:s3cret@h/d?schema=%24user | the schema `$user`
            postgresql://u:s3cret@h/d?schema=a%00s3cret | the character 0
            postgresql://u:s3cret@h/d%00 | the character 0
            postgresql://u:s3cret%00@h/d | the character 0
            postgresql://u:s3cret@h/d?connection_limit=s3cret | not a whole number
            """)
    void saysWhatIsWrongWithoutRepeatingSecrets(String url, String message) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(InvalidDatabaseUrlException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .containsIgnoringCase(message)
                .doesNotContain("s3cret", "s3", "cret");
    }

    /** One pattern for the whole list overflows the stack. */
    @Test
    void readsAsManyHostsAsThereAre() {
        String hosts = String.join(",", Collections.nCopies(20_000, "h"));
        assertThat(DatabaseUrl.parse("postgresql://" + hosts + "/d").jdbcUrl())
                .isEqualTo("jdbc:postgresql://" + hosts + "/d");
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://h,/d")).hasMessageContaining("`host:port`");
    }

    @Test
    void printsNoSecret() {
        assertThat(DatabaseUrl.parse("postgresql://u:s3cret@h/d")).hasToString("DatabaseUrl[POSTGRESQL, COCKROACHDB]");
    }

    /** Guard: the schemes and images in `DatabaseUrl.JDBC_NAMES`. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            jdbc:sqlite:dev.db                                | SQLITE
            jdbc:postgresql://h/d                             | POSTGRESQL, COCKROACHDB
            jdbc:mariadb://h/d                                | MYSQL
            JDBC:MySQL://h/d                                  | MYSQL
            jdbc:tc:postgresql:16-alpine:///shop?TC_DAEMON=true | POSTGRESQL
            jdbc:tc:postgresql:///shop                        | POSTGRESQL
            jdbc:tc:postgis:16-3.4:///shop                    | POSTGRESQL
            jdbc:tc:timescaledb:2.1.0-pg13:///shop            | POSTGRESQL
            jdbc:tc:pgvector:pg16:///shop                     | POSTGRESQL
            jdbc:tc:cockroach:v25.1.0:///shop                 | COCKROACHDB
            jdbc:tc:mysql:8.4:///shop                         | MYSQL
            jdbc:tc:mariadb:11://host:3306/shop               | MYSQL
            jdbc:tc:oracle:21:thin:@host/shop                 | none
            jdbc:tc:sqlserver:2022:///shop                    | none
            jdbc:tc:postgresqlish:1:///shop                   | none
            jdbc:h2:mem:x                                     | none
            postgresql://h/d                                  | none
            jdbc:postgresql                                   | none
            ''                                                | none
            """)
    void knowsTheProvidersOfAJdbcAddress(String jdbcUrl, @Nullable String providers) {
        assertThat(DatabaseUrl.providersOf(jdbcUrl))
                .extracting(Provider::name)
                .containsExactly(providers == null ? new String[0] : providers.split(", ", -1));
    }
}
