package dev.caspian.benchmarks.peer;

import java.util.Locale;

/** Who is measured. The first one is the measure of the others. */
public enum PeerName {
    JDBC("raw JDBC"),
    CASPIAN("Caspian");

    private final String title;

    PeerName(String title) {
        this.title = title;
    }

    /** Its name, for people. */
    public String title() {
        return title;
    }

    /** As it is written on the command line. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Opens it on a database that has its tables. */
    public Peer open(Database database) {
        return switch (this) {
            case JDBC -> new JdbcPeer(database);
            case CASPIAN -> new CaspianPeer(database);
        };
    }
}
