package dev.caspian.migrate.history;

/** The commands that lead out of a failure, as Maven and as the command line call them. */
public final class Recovery {

    private Recovery() {}

    /** Makes a new migration and applies it. */
    public static String dev() {
        return both("migrate-dev", "migrate dev");
    }

    /** Brings a database up to the schema without a migration. */
    public static String push() {
        return both("db-push", "db push");
    }

    /** Applies what the database does not have. */
    public static String deploy() {
        return both("migrate-deploy", "migrate deploy");
    }

    /** Drops everything and applies all migrations. */
    public static String reset() {
        return both("migrate-reset -Dcaspian.force", "migrate reset --force");
    }

    /** Records a migration as applied without running it. */
    public static String applied(String migration) {
        return both("migrate-resolve -Dcaspian.applied=" + migration, "migrate resolve --applied " + migration);
    }

    /** Records a failed migration as undone. */
    public static String rolledBack(String migration) {
        return both("migrate-resolve -Dcaspian.rolledBack=" + migration, "migrate resolve --rolled-back " + migration);
    }

    private static String both(String goal, String command) {
        return "`mvn caspian:" + goal + "` or `caspian " + command + "`";
    }
}
