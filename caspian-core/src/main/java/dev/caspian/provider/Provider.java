package dev.caspian.provider;

/** A database product, as the {@code provider} of a datasource names it. */
public enum Provider {
    SQLITE("sqlite"),
    POSTGRESQL("postgresql"),
    MYSQL("mysql"),
    COCKROACHDB("cockroachdb");

    private final String prismaName;

    Provider(String prismaName) {
        this.prismaName = prismaName;
    }

    /** The name as the schema language writes it, for example {@code postgresql}. */
    public String prismaName() {
        return prismaName;
    }
}
