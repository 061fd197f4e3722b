package dev.caspian.codegen.project;

/** What errors call the options that give addresses. */
public final class AddressOptions {

    /** That of the project's database. */
    public static final String DATABASE = "`--url` (with Maven `caspian.url`)";

    /** That of the shadow database. */
    public static final String SHADOW = "`--shadow-database-url` (with Maven `caspian.shadowDatabaseUrl`)";

    /** Those of the sides of a comparison. */
    public static final String SIDES = "`--from-url` or `--to-url` (with Maven `caspian.fromUrl` or `caspian.toUrl`)";

    private AddressOptions() {}
}
