package dev.caspian.codegen.migrate;

/**
 * How a command calls the other commands and its own flags.
 *
 * @param goals what stands before the name of a command
 * @param groupEnd what stands between its group and its name
 * @param name names a migration; its name follows
 * @param acceptDataLoss goes on although data may be lost
 * @param createOnly writes a migration without applying it
 * @param force agrees to lose everything
 * @param forceReset drops everything before
 */
public record Wording(
        String goals,
        String groupEnd,
        String name,
        String acceptDataLoss,
        String createOnly,
        String force,
        String forceReset) {

    /** The Maven goals. */
    public static final Wording MAVEN = new Wording(
            "mvn caspian:",
            "-",
            "-Dcaspian.name=",
            "-Dcaspian.acceptDataLoss",
            "-Dcaspian.createOnly",
            "-Dcaspian.force",
            "-Dcaspian.forceReset");

    /** The command line. */
    public static final Wording COMMAND_LINE =
            new Wording("caspian ", " ", "--name ", "--accept-data-loss", "--create-only", "--force", "--force-reset");

    /** Makes a migration. */
    String dev() {
        return migrate("dev");
    }

    /** Applies migrations. */
    String deploy() {
        return migrate("deploy");
    }

    /** Another command that works on migrations. */
    String migrate(String name) {
        return goals + "migrate" + groupEnd + name;
    }

    /** A command that works on a database without migrations. */
    public String db(String name) {
        return goals + "db" + groupEnd + name;
    }

    /** What comes after a project was begun. */
    public String afterInit(boolean withModel) {
        String first = dev() + " " + name + "init";
        return withModel
                ? "Next: " + first
                : "Next: describe a model in prisma/schema.prisma, or read those of a database that is there with "
                        + db("pull") + "; then " + first;
    }

    /** A number of things: {@code 1 migration}, {@code 2 migrations}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
