package dev.caspian.benchmarks.peer;

import java.util.Arrays;
import java.util.Locale;

/** Who is measured. The first one is the measure of the others. */
public enum PeerName {
    JDBC("raw JDBC"),
    JDBC_TEMPLATE("JdbcTemplate"),
    SPRING_DATA_JDBC("Spring Data JDBC"),
    HIBERNATE("Hibernate"),
    JOOQ("jOOQ"),
    JIMMER("Jimmer"),
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

    /** What is written like this on the command line. */
    public static PeerName ofOption(String option) {
        return Arrays.stream(values())
                .filter(name -> name.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no peer `" + option + "`"));
    }

    /** Opens it on a database that has its tables. */
    public Peer open(Database database) {
        return switch (this) {
            case JDBC -> new JdbcPeer(database);
            case JDBC_TEMPLATE -> new JdbcTemplatePeer(database);
            case SPRING_DATA_JDBC -> new SpringDataPeer(database);
            case HIBERNATE -> new HibernatePeer(database);
            case JOOQ -> new JooqPeer(database);
            case JIMMER -> new JimmerPeer(database);
            case CASPIAN -> new CaspianPeer(database);
        };
    }
}
