package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.migrate.MigratedProduct;
import dev.caspian.migrate.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** When many processes start at once, each migration is applied by one of them, and none of them fails. */
@ParameterizedClass
@EnumSource
class ConcurrentStartTests {

    private static final int PROCESSES = 10;
    private static final int ROUNDS = Boolean.getBoolean("caspian.soak") ? 10 : 1;

    @Parameter
    private MigratedProduct product;

    @TempDir
    private Path directory;

    private final List<MigrationProcess> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(MigrationProcess::close);
    }

    @Test
    void appliesEachMigrationOnce() throws IOException {
        MigrationDirectory migrations = new MigrationDirectory(directory);
        List<String> names = new ArrayList<>();
        for (int i = 10; i < 20; i++) {
            names.add(i + "_x");
            migrations.write(
                    i + "_x",
                    "CREATE TABLE t" + i + " (id INTEGER);\nINSERT INTO t" + i + " VALUES (1);\n",
                    product.provider().prismaName());
        }
        for (int round = 0; round < ROUNDS; round++) {
            TestDatabase database = product.newDatabase();
            assertThat(appliedAtOnce(database)).containsExactlyInAnyOrderElementsOf(names);
            assertThat(product.history(database).applied()).isEqualTo(names);
            assertThat(product.history(database).rows()).hasSize(names.size());
        }
    }

    private List<String> appliedAtOnce(TestDatabase database) throws IOException {
        List<MigrationProcess> round = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            MigrationProcess process = MigrationProcess.start(database.dataSource(), directory, 0);
            processes.add(process);
            round.add(process);
        }
        for (MigrationProcess process : round) {
            process.ready();
        }
        for (MigrationProcess process : round) {
            process.go();
        }
        List<String> applied = new ArrayList<>();
        for (MigrationProcess process : round) {
            List<String> output = process.end();
            assertThat(process.exitCode()).as("%s", output).isZero();
            output.stream()
                    .filter(line -> line.startsWith("applied "))
                    .forEach(line -> applied.add(line.substring("applied ".length())));
        }
        return applied;
    }
}
