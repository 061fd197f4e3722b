package dev.caspian.codegen.migrate;

import dev.caspian.migrate.DiffSource;
import dev.caspian.migrate.Difference;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the command {@code migrate diff}: tells what lies between two sides, and changes neither. */
public final class Comparison {

    private final Side from;
    private final Side to;
    private final Project.Place place;

    /**
     * Prepares a comparison.
     *
     * @param place where the project's schema and database are, which are looked at only if the sides need them
     */
    public Comparison(Side from, Side to, Project.Place place) {
        this.from = from;
        this.to = to;
        this.place = place;
    }

    /**
     * How the difference is told.
     *
     * @param script whether as SQL, and not as a summary for a person
     * @param output the file to write, or null
     * @param exitCode whether a difference is told by the exit code as well
     */
    public record Form(boolean script, @Nullable Path output, boolean exitCode) {}

    /**
     * Tells the difference.
     *
     * @throws IllegalArgumentException if the sides are about different kinds of database
     */
    public Ending tell(Form form, Dialogue dialogue) throws IOException {
        Difference difference = LastWord.during(() -> difference(dialogue), "Nothing was changed.", dialogue);
        String text = form.script() ? difference.script() : difference.summary();
        if (form.output() == null) {
            dialogue.write(text);
        } else {
            Files.writeString(form.output(), text);
            dialogue.remark("Wrote " + form.output() + ".");
        }
        return form.exitCode() && !difference.empty() ? Ending.DIFFERENT : Ending.DONE;
    }

    private Difference difference(Dialogue dialogue) {
        Provider provider = provider();
        PrismaMigrate migrate = new PrismaMigrate(provider).withProgress(dialogue::remark);
        if (place.shadowUrl() != null) {
            migrate = migrate.withShadowDatabase(DatabaseAddress.shadow(place.shadowUrl(), place.base(), provider));
        }
        return migrate.diff(source(from, provider), source(to, provider));
    }

    private Provider provider() {
        List<Provider> common = new ArrayList<>(from.providers());
        common.retainAll(to.providers());
        if (common.isEmpty()) {
            throw new IllegalArgumentException("The two sides are for different databases, " + names(from) + " and "
                    + names(to) + ". Compare what is for the same.");
        }
        // Nothing but folders and addresses that suit several products: the project's schema decides.
        return common.size() > 1 && Files.exists(place.schema())
                ? Stream.of(Project.open(place).provider())
                        .filter(common::contains)
                        .findFirst()
                        .orElse(common.get(0))
                : common.get(0);
    }

    private static String names(Side side) {
        return side.providers().isEmpty()
                ? "one that is unknown"
                : "`" + side.providers().get(0).prismaName() + "`";
    }

    private DiffSource source(Side side, Provider provider) {
        if (side instanceof Side.OfSchema given) {
            return DiffSource.of(given.schema());
        }
        if (side instanceof Side.OfMigrations given) {
            return DiffSource.of(given.migrations(), serverForRehearsal(provider));
        }
        if (side instanceof Side.OfUrl given) {
            return DiffSource.of(DatabaseAddress.existing(given.url(), place.base(), provider));
        }
        if (side instanceof Side.OfProject) {
            return DiffSource.of(Project.open(place).database());
        }
        return DiffSource.empty();
    }

    /** SQLite rehearses in memory; the others beside a database that one of the sides names, or the project's. */
    private @Nullable DataSource serverForRehearsal(Provider provider) {
        if (provider == Provider.SQLITE || place.shadowUrl() != null) {
            return null;
        }
        return Stream.of(from, to)
                .filter(Side.OfUrl.class::isInstance)
                .map(side -> DatabaseAddress.open(((Side.OfUrl) side).url(), place.base(), provider))
                .findFirst()
                .orElseGet(() -> Project.open(place).database());
    }
}
