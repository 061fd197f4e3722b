package dev.caspian.codegen.migrate;

/**
 * How a command calls the other commands and its own flags.
 *
 * @param dev makes a migration
 * @param deploy applies migrations
 * @param acceptDataLoss goes on although data may be lost
 * @param createOnly writes a migration without applying it
 * @param force agrees to lose everything
 * @param forceReset drops everything before
 */
public record Wording(
        String dev, String deploy, String acceptDataLoss, String createOnly, String force, String forceReset) {

    /** The Maven goals. */
    public static final Wording MAVEN = new Wording(
            "mvn caspian:migrate-dev",
            "mvn caspian:migrate-deploy",
            "-Dcaspian.acceptDataLoss",
            "-Dcaspian.createOnly",
            "-Dcaspian.force",
            "-Dcaspian.forceReset");

    /** The command line. */
    public static final Wording COMMAND_LINE = new Wording(
            "caspian migrate dev",
            "caspian migrate deploy",
            "--accept-data-loss",
            "--create-only",
            "--force",
            "--force-reset");

    /** A number of things: {@code 1 migration}, {@code 2 migrations}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
