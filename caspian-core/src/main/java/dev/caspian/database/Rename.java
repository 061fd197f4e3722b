package dev.caspian.database;

/** A former name that a schema tells of, so that what had it is renamed and not lost. */
public sealed interface Rename {

    /** A table had another name. */
    record OfTable(QualifiedName former, QualifiedName name) implements Rename {}

    /** A column had another name; its table is given as it is called now. */
    record OfColumn(QualifiedName table, String former, String name) implements Rename {}

    /**
     * A join table, whose name and whose order of columns follow from the models that it joins: when one of them is
     * renamed, so is the table, and its columns may change places.
     *
     * @param name what it is called now
     * @param derived whether its name is made of those of the models
     * @param a the table that the column {@code A} refers to
     * @param aModel the model of that table
     * @param b the table that the column {@code B} refers to
     * @param bModel the model of that table
     */
    record OfJoinTable(
            QualifiedName name, boolean derived, QualifiedName a, String aModel, QualifiedName b, String bModel)
            implements Rename {}
}
