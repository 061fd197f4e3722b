package dev.caspian.migrate.history;

/**
 * SQL that is run as a whole: that of a migration, or another.
 *
 * @param title what errors call it, as a sentence begins with it
 * @param text the statements
 * @param retry what to do if it has failed and nothing of it is left
 * @param repair what to do if it has failed and a part of it is left
 */
public record Script(String title, String text, String retry, String repair) {

    static Script of(Migration migration) {
        return new Script(
                "The migration `" + migration.name() + "`",
                migration.script(),
                "correct it and deploy again",
                "Undo it, then run " + Recovery.rolledBack(migration.name()));
    }

    /** A script that a person has written or piped. */
    public static Script named(String name, String text) {
        return new Script(
                "The script `" + name + "`",
                text,
                "correct it and execute it again",
                "Undo it, or execute the rest of the script");
    }

    /** What brings a database up to a schema. */
    public static Script push(String text) {
        return new Script(
                "The change that the schema asks for",
                text,
                "change the schema or the data, and push again",
                "Push again");
    }
}
