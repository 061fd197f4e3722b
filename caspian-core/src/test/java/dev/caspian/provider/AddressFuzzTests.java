package dev.caspian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.error.InvalidDatabaseUrlException;
import dev.caspian.fuzz.Fuzzing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spoilt addresses and {@code .env} files are read or refused, and what is refused is not repeated. */
class AddressFuzzTests {

    private static final List<String> FRAGMENTS = List.of(
            "%",
            "%4",
            "%00",
            "%0a",
            "@",
            ":",
            "/",
            "//",
            "?",
            "&",
            "=",
            "#",
            "[",
            "]",
            ",",
            "..",
            "\\",
            "\"",
            "'",
            "`",
            "$",
            "${A}",
            "${A:-",
            "\n",
            "\r\n",
            "\0",
            "\ud83d",
            "export ",
            "schema=",
            "sslmode=",
            "connection_limit=9",
            ";",
            " ");

    @Test
    void noAddressMakesItFail() {
        List<String> addresses = List.of(
                "file:./prisma/dev.db?connection_limit=1",
                "postgresql://alice:s3-cReT@localhost:5432/shop?schema=public&sslmode=require&pool_timeout=3",
                "postgresql://alice:s3-cReT@[::1]:5432,b:1/shop?options=-c%20a%3Db",
                "mysql://alice:s3-cReT@localhost/shop?sslaccept=strict");
        new Fuzzing(addresses, FRAGMENTS).run(20_000, Duration.ofSeconds(30), text -> {
            try {
                DatabaseUrl url = DatabaseUrl.parse(text);
                assertThat(url.jdbcUrl()).startsWith("jdbc:");
                assertThat(url.toString()).doesNotContain("s3-cReT");
            } catch (InvalidDatabaseUrlException e) {
                assertThat(e.getMessage()).doesNotContain("s3-cReT");
            }
        });
    }

    @Test
    void noFileMakesItFail() {
        List<String> files = List.of(
                "# comment\nexport A=1\nB='x y'\nC=\"a\\nb\\\"${A}\" # c\nD=`x`\nE=${A:-x}$B\n",
                "DATABASE_URL=postgresql://a:b@c/d\n\nX=\n=y\n");
        new Fuzzing(files, FRAGMENTS)
                .run(
                        20_000,
                        Duration.ofSeconds(30),
                        text -> assertThat(DotEnv.parse(text, name -> null).get("A"))
                                .isNotNull());
    }

    @Test
    void aValueHasAnyLength() {
        for (String quote : List.of("", "'", "\"", "`")) {
            String value = "a\\n".repeat(100_000);

            assertThat(DotEnv.parse("A=" + quote + value + quote, name -> null).get("A"))
                    .hasValueSatisfying(read -> assertThat(read).hasSizeGreaterThan(199_999));
            assertThat(DotEnv.parse("A=" + quote + value, name -> null).get("A"))
                    .isNotNull();
        }
    }
}
