package dev.caspian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTests {

    private static final DotEnv FILE = DotEnv.parse("""
            # the database
            DATABASE_URL="postgresql://${USER}:${PASSWORD}@localhost:5432/shop" # not here

            export USER = alice
            PASSWORD='p$x # w"'
            EMPTY=
            PLAIN=a b  # a comment
            LINES="one\\ntwo
            three"
            TICKS=`"both" 'kinds'`
            LATE="postgresql://${USER}:${PASSWORD}@localhost/${NAME:-shop}"
            PRICE="\\$5"
            not an entry
            """, Map.of("HOME", "/home/alice", "USER", "root")::get);

    @Test
    void readsEveryKindOfValue() {
        assertThat(FILE.get("PASSWORD")).hasValue("p$x # w\"");
        assertThat(FILE.get("EMPTY")).hasValue("");
        assertThat(FILE.get("PLAIN")).hasValue("a b");
        assertThat(FILE.get("LINES")).hasValue("one\ntwo\nthree");
        assertThat(FILE.get("TICKS")).hasValue("\"both\" 'kinds'");
        assertThat(FILE.get("PRICE")).hasValue("$5");
        assertThat(FILE.get("not")).isEmpty();
    }

    @Test
    void expandsReferencesToWhatStandsBeforeAndToTheEnvironment() {
        assertThat(FILE.get("LATE")).hasValue("postgresql://root:p$x # w\"@localhost/shop");
        assertThat(FILE.get("DATABASE_URL")).hasValue("postgresql://root:@localhost:5432/shop");
    }

    @Test
    void letsTheEnvironmentWin() {
        assertThat(FILE.get("USER")).hasValue("root");
        assertThat(FILE.get("HOME")).hasValue("/home/alice");
    }

    @Test
    void readsADirectory(@TempDir Path directory) throws IOException {
        assertThat(DotEnv.read(directory, name -> null).get("DATABASE_URL")).isEmpty();
        Files.writeString(directory.resolve(".env"), "\uFEFFDATABASE_URL=file:./dev.db\r\nOTHER=1\r\n");
        assertThat(DotEnv.read(directory, name -> null).get("DATABASE_URL")).hasValue("file:./dev.db");
        assertThat(DotEnv.read(directory, name -> null).get("OTHER")).hasValue("1");
    }
}
