package dev.caspian.codegen.migrate;

import dev.caspian.codegen.project.AddressOptions;
import dev.caspian.error.InvalidDatabaseUrlException;
import dev.caspian.error.MigrationException;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.provider.DotEnv;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Datasource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Finds the database that migrations are for: where the command says, else where the schema's {@code env(…)} leads, else
 * at {@code DATABASE_URL}, which may stand in {@code .env}, else where the schema says, else where a new project has its
 * database. Immutable.
 */
final class DatabaseAddress {

    private final Datasource datasource;
    private final Provider provider;
    private final Path schema;
    private final Path base;
    private final DotEnv environment;

    /**
     * Prepares the search.
     *
     * @param schema the schema's file or folder, beside which the files of its own addresses lie
     * @param base the project's folder: of {@code .env}, and of files in other addresses
     */
    DatabaseAddress(
            Datasource datasource, Path schema, Path base, Function<String, @Nullable String> environmentVariables) {
        this.datasource = datasource;
        this.provider = datasource.provider();
        this.schema = schema;
        this.base = base;
        this.environment = DotEnv.read(base, environmentVariables);
    }

    /**
     * An address that was found.
     *
     * @param origin where, as errors call it
     */
    private record Found(String url, String origin) {

        DatabaseUrl parsed() {
            return DatabaseUrl.parse(url, origin);
        }
    }

    /**
     * The database.
     *
     * @param configured the address that the command was given, or null
     * @throws IllegalArgumentException if there is no address, or it leads to another product than the schema's
     */
    DataSource database(@Nullable String configured) {
        return connect(found(configured), provider);
    }

    /** The place of the database, without user, password and options: {@code sqlite:path}, {@code postgresql://host/name}. */
    String name(@Nullable String configured) {
        String jdbcUrl = checked(found(configured), provider).jdbcUrl();
        int options = jdbcUrl.indexOf('?');
        return jdbcUrl.substring("jdbc:".length(), options < 0 ? jdbcUrl.length() : options);
    }

    private Found found(@Nullable String configured) {
        boolean direct = datasource.directUrl() != null;
        Datasource.Text own = direct ? datasource.directUrl() : datasource.url();
        return Stream.<Optional<Found>>of(
                        Optional.ofNullable(configured)
                                .map(text -> new Found(absolute(text, base), AddressOptions.DATABASE)),
                        variable(own),
                        variable(DatabaseUrl.VARIABLE),
                        literal(own, direct ? "directUrl" : "url"))
                .flatMap(Optional::stream)
                .filter(found -> !found.url().isBlank())
                .findFirst()
                .orElseGet(this::usualPlace);
    }

    /** The database on which migrations are rehearsed, if the command or the schema names one. */
    Optional<DataSource> shadow(@Nullable String configured) {
        Datasource.Text own = datasource.shadowDatabaseUrl();
        return Optional.ofNullable(configured)
                .map(text -> new Found(absolute(text, base), AddressOptions.SHADOW))
                .or(() -> variable(own))
                .or(() -> literal(own, "shadowDatabaseUrl"))
                .map(found -> connect(found, provider));
    }

    private Optional<Found> variable(Datasource.@Nullable Text text) {
        return text instanceof Datasource.Text.Environment named ? variable(named.variable()) : Optional.empty();
    }

    private Optional<Found> variable(String name) {
        return environment.get(name).map(url -> new Found(absolute(url, base), "`" + name + "`"));
    }

    private Optional<Found> literal(Datasource.@Nullable Text text, String argument) {
        return text instanceof Datasource.Text.Literal literal
                ? Optional.of(new Found(
                        absolute(literal.value(), folderOfSchema()), "`" + argument + "` in the schema's datasource"))
                : Optional.empty();
    }

    private Path folderOfSchema() {
        return Files.isDirectory(schema)
                ? schema
                : Objects.requireNonNullElse(schema.toAbsolutePath().getParent(), schema);
    }

    private Found usualPlace() {
        DatabaseUrl usual = DatabaseUrl.parse(DatabaseUrl.DEFAULT);
        if (!usual.providers().contains(provider)) {
            throw new IllegalArgumentException("Nothing says where the database is. Set DATABASE_URL in the environment"
                    + " or in .env, for example to postgresql://user:password@localhost:5432/app");
        }
        return new Found(absolute(DatabaseUrl.DEFAULT, base), "The usual address");
    }

    /** The address with the path of an SQLite file from its folder, whatever the working directory is. */
    private static String absolute(String url, Path folder) {
        if (!url.startsWith("file:") || url.startsWith("file::")) {
            return url;
        }
        String path = path(url);
        Path file = folder.toAbsolutePath().resolve(path.startsWith("//") ? path.substring(2) : path);
        return "file:" + file.normalize() + url.substring("file:".length() + path.length());
    }

    private static String path(String fileUrl) {
        int question = fileUrl.indexOf('?');
        return fileUrl.substring("file:".length(), question < 0 ? fileUrl.length() : question);
    }

    /**
     * The database at an address.
     *
     * @param base the folder from which the path of a file leads
     * @throws IllegalArgumentException if it is of another product
     */
    static DataSource open(String url, Path base, Provider provider) {
        return connect(new Found(absolute(url, base), AddressOptions.SIDES), provider);
    }

    /** The shadow database that a command was given. */
    static DataSource shadow(String url, Path base, Provider provider) {
        return connect(new Found(absolute(url, base), AddressOptions.SHADOW), provider);
    }

    /**
     * The same, for a command that only reads: SQLite would make the file that is missing.
     *
     * @throws MigrationException P1003 if there is no such file
     */
    static DataSource existing(String url, Path base, Provider provider) {
        String address = absolute(url, base);
        if (address.startsWith("file:/") && !Files.exists(Path.of(path(address)))) {
            throw new MigrationException("P1003", "There is no database at `" + url + "`.", null);
        }
        return connect(new Found(address, AddressOptions.SIDES), provider);
    }

    private static DataSource connect(Found found, Provider provider) {
        DatabaseUrl address = checked(found, provider);
        DriverManagerDataSource dataSource = new DriverManagerDataSource(address.jdbcUrl());
        dataSource.setUsername(address.username());
        dataSource.setPassword(address.password());
        if (provider == Provider.SQLITE) {
            // As in the application; migrations switch them off for themselves.
            Properties settings = new Properties();
            settings.setProperty("foreign_keys", "true");
            dataSource.setConnectionProperties(settings);
        }
        return dataSource;
    }

    private static DatabaseUrl checked(Found found, Provider provider) {
        DatabaseUrl address = found.parsed();
        if (!address.providers().contains(provider)) {
            throw new InvalidDatabaseUrlException("The schema is for `" + provider.prismaName()
                    + "`, but the address is that of a `"
                    + address.providers().get(0).prismaName()
                    + "` database. Change the datasource's provider, or " + found.origin() + ".");
        }
        return address;
    }
}
