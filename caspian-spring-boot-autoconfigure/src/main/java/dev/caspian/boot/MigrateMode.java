package dev.caspian.boot;

/** What becomes of the migrations when the application starts. */
public enum MigrateMode {
    /** Nothing: somebody else sees to the database. */
    OFF,
    /** The database is looked at, and the application does not start unless it is as migrations and schema have it. */
    VALIDATE,
    /** Pending migrations are applied before the application uses its database. */
    DEPLOY
}
