package dev.caspian.benchmarks.start;

import java.util.List;

/** A way to start the application. */
enum Variant {
    JDBC("Spring Boot with JDBC", false, "nothing", "off"),
    STARTER("with Caspian", true, "nothing", "off"),
    CONNECTION("Spring Boot with JDBC, and a first connection", false, "connection", "off"),
    CLIENT("with Caspian, and a client", true, StartFolder.CLIENT, "off"),
    DEPLOY("with Caspian, a client, and no migration pending", true, StartFolder.CLIENT, "deploy");

    private final String title;
    private final boolean caspian;
    private final String wanted;
    private final String mode;

    Variant(String title, boolean caspian, String wanted, String mode) {
        this.title = title;
        this.caspian = caspian;
        this.wanted = wanted;
        this.mode = mode;
    }

    String title() {
        return title;
    }

    boolean hasCaspian() {
        return caspian;
    }

    List<String> arguments() {
        return List.of(wanted, "--caspian.migrate.mode=" + mode);
    }

    /** The same without Caspian. */
    Variant base() {
        return this == JDBC || this == STARTER ? JDBC : CONNECTION;
    }
}
