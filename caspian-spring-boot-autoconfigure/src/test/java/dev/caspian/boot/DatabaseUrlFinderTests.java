package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.provider.DotEnv;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Datasource.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseUrlFinderTests {

    @TempDir
    private Path directory;

    private String find(Map<String, String> environment, Provider provider, @Nullable Text url) {
        Datasource datasource = new Datasource("db", provider, url, null, null, true, List.of(), List.of());
        return new DatabaseUrlFinder(DotEnv.read(directory, environment::get), getClass(), Optional.of(datasource))
                .find()
                .jdbcUrl();
    }

    @Test
    void followsTheVariableThatTheSchemaNames() {
        Map<String, String> environment = Map.of("SHOP_URL", "file:shop.db", "DATABASE_URL", "file:other.db");
        assertThat(find(environment, Provider.SQLITE, new Text.Environment("SHOP_URL")))
                .isEqualTo("jdbc:sqlite:shop.db");
        assertThat(find(environment, Provider.SQLITE, new Text.Environment("MISSING")))
                .isEqualTo("jdbc:sqlite:other.db");
    }

    @Test
    void prefersTheEnvironmentToTheFileAndTheFileToTheSchema() throws IOException {
        Text literal = new Text.Literal("file:./literal.db");
        assertThat(find(Map.of(), Provider.SQLITE, literal)).isEqualTo("jdbc:sqlite:prisma/./literal.db");
        Files.writeString(directory.resolve(".env"), "DATABASE_URL=\"file:from-file.db\"");
        assertThat(find(Map.of(), Provider.SQLITE, literal)).isEqualTo("jdbc:sqlite:from-file.db");
        assertThat(find(Map.of("DATABASE_URL", "file:set.db"), Provider.SQLITE, literal))
                .isEqualTo("jdbc:sqlite:set.db");
    }

    @Test
    void takesOtherAddressesOfTheSchemaAsTheyAre() {
        assertThat(find(Map.of(), Provider.SQLITE, new Text.Literal("file:/data/live.db")))
                .isEqualTo("jdbc:sqlite:/data/live.db");
        assertThat(find(Map.of(), Provider.POSTGRESQL, new Text.Literal("postgresql://h/d")))
                .isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void refusesTheAddressOfAnotherProduct() {
        assertThatThrownBy(() -> find(Map.of("DATABASE_URL", "mysql://u:s3cret@h/d"), Provider.COCKROACHDB, null))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("generated for `cockroachdb`, but the DataSource leads to `mysql`")
                .hasMessageNotContaining("s3cret");
        assertThat(find(Map.of("DATABASE_URL", "postgresql://h/d"), Provider.COCKROACHDB, null))
                .isEqualTo("jdbc:postgresql://h/d");
    }

    @Test
    void hasAUsualPlaceForSqliteOnly() {
        assertThat(find(Map.of(), Provider.SQLITE, null)).isEqualTo("jdbc:sqlite:./prisma/dev.db");
        assertThatThrownBy(() -> find(Map.of("DATABASE_URL", " "), Provider.POSTGRESQL, null))
                .hasMessageContaining("Set `DATABASE_URL`")
                .hasMessageContaining("`postgresql`");
    }
}
