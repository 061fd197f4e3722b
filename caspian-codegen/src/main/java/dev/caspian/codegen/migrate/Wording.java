package dev.caspian.codegen.migrate;

/**
 * How a command calls the other commands.
 *
 * @param dev makes a migration
 * @param deploy applies migrations
 * @param acceptDataLoss goes on although data may be lost
 * @param createOnly writes a migration without applying it
 * @param confirm agrees to lose everything
 */
public record Wording(String dev, String deploy, String acceptDataLoss, String createOnly, String confirm) {

    /** The Maven goals. */
    public static final Wording MAVEN = new Wording(
            "mvn caspian:migrate-dev",
            "mvn caspian:migrate-deploy",
            "-Dcaspian.acceptDataLoss",
            "-Dcaspian.createOnly",
            "-Dcaspian.force");

    /** The command line. */
    public static final Wording COMMAND_LINE = new Wording(
            "caspian migrate dev", "caspian migrate deploy", "--accept-data-loss", "--create-only", "--force");
}
