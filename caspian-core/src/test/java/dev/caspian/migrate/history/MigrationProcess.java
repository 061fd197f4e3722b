package dev.caspian.migrate.history;

import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Deploys migrations in a process of its own, which says when it is ready and waits for a line before it begins. It dies by
 * itself when it has come to a certain statement, and tells at its end how many there were.
 */
final class MigrationProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private MigrationProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process.
     *
     * @param lastStatement the number of the statement before which it dies, or 0 for none
     */
    static MigrationProcess start(DataSource database, Path migrations, int lastStatement) throws IOException {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData known = connection.getMetaData();
            return new MigrationProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigrationProcess.class.getName(),
                            known.getURL(),
                            String.valueOf(known.getUserName()),
                            migrations.toString(),
                            String.valueOf(lastStatement))
                    .redirectErrorStream(true)
                    .start());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Waits until it is ready. */
    MigrationProcess ready() throws IOException {
        String line = output.readLine();
        while (!"ready".equals(line)) {
            if (line == null) {
                throw new IOException("The process ended before it began");
            }
            line = output.readLine();
        }
        return this;
    }

    /** Lets it begin. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits for its end, and gives what it printed. */
    List<String> end() throws IOException {
        List<String> lines = output.lines().toList();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return lines;
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        CountedDataSource database = new CountedDataSource(arguments[0], arguments[1], Integer.parseInt(arguments[3]));
        PrismaMigrate migrate =
                new PrismaMigrate(DatabaseUrl.providersOf(arguments[0]).get(0));
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new UncheckedIOException(new IOException("Nobody said when to begin"));
        }
        List<String> applied = migrate.deploy(database, MigrationSource.directory(Path.of(arguments[2])));
        applied.forEach(name -> System.out.println("applied " + name));
        System.out.println("statements " + database.statements());
    }
}
