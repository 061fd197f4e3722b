package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.history.MigrationDirectory;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of 500 migrations is one like any other. */
class LongHistoryTests {

    private static final int TABLES = 100;

    @TempDir
    private Path directory;

    private final PrismaMigrate migrate = new PrismaMigrate(Provider.SQLITE);

    /** Five migrations for each table. */
    private static List<String> scripts(int table) {
        String name = "\"T" + table + "\"";
        return List.of(
                "CREATE TABLE " + name
                        + " (\n    \"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,\n    \"a\" TEXT NOT NULL,\n"
                        + "    \"self\" INTEGER,\n    CONSTRAINT \"T" + table
                        + "_self_fkey\" FOREIGN KEY (\"self\") REFERENCES "
                        + name + " (\"id\") ON DELETE SET NULL ON UPDATE CASCADE\n);\n",
                "ALTER TABLE " + name + " ADD COLUMN \"b\" TEXT;\n",
                "CREATE INDEX \"T" + table + "_b_idx\" ON " + name + "(\"b\");\n",
                "ALTER TABLE " + name + " ADD COLUMN \"c\" INTEGER;\n",
                "CREATE UNIQUE INDEX \"T" + table + "_c_key\" ON " + name + "(\"c\");\n");
    }

    private static Schema schema() {
        StringBuilder text = new StringBuilder("datasource db {\n  provider = \"sqlite\"\n}\n");
        for (int i = 0; i < TABLES; i++) {
            String name = "T" + i;
            text.append("model ")
                    .append(name)
                    .append(" {\n id Int @id @default(autoincrement())\n a String\n self Int?\n");
            text.append(" up ").append(name).append("? @relation(\"r\", fields: [self], references: [id])\n");
            text.append(" down ").append(name).append("[] @relation(\"r\")\n");
            text.append(" b String?\n c Int? @unique\n @@index([b])\n}\n");
        }
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text.toString())))
                .orThrow();
    }

    @Test
    void isAHistoryLikeAnyOther() {
        MigrationDirectory migrations = new MigrationDirectory(directory.resolve("migrations"));
        for (int i = 0; i < TABLES; i++) {
            int number = 10_000 + 5 * i;
            for (String script : scripts(i)) {
                migrations.write(number++ + "_x", script, "sqlite");
            }
        }
        Schema schema = schema();
        // Nobody pulls the plug, so nothing has to reach the disk.
        SqliteFile database = new SqliteFile(directory.resolve("long.db?synchronous=OFF"));
        assertThat(migrate.deploy(database.dataSource(), migrations)).hasSize(5 * TABLES);

        assertThat(migrate.deploy(database.dataSource(), migrations)).isEmpty();
        assertThat(migrate.dev(database.dataSource(), schema, directory.resolve("migrations"), DevOptions.named("none"))
                        .outcome())
                .isEqualTo(Outcome.IN_SYNC);
    }
}
