package dev.caspian.schema;

/** What happens to a referring record when the record that it refers to is deleted, or its key updated. */
public enum ReferentialAction {
    CASCADE("Cascade", "CASCADE"),
    RESTRICT("Restrict", "RESTRICT"),
    NO_ACTION("NoAction", "NO ACTION"),
    SET_NULL("SetNull", "SET NULL"),
    SET_DEFAULT("SetDefault", "SET DEFAULT");

    private final String prismaName;
    private final String sql;

    ReferentialAction(String prismaName, String sql) {
        this.prismaName = prismaName;
        this.sql = sql;
    }

    /** The name as the schema language writes it. */
    public String prismaName() {
        return prismaName;
    }

    /** The name as SQL writes it. */
    public String sql() {
        return sql;
    }
}
