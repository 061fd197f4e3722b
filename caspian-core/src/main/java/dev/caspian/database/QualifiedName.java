package dev.caspian.database;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table or of a type.
 *
 * @param namespace the database schema that holds it, or null for the connection's own
 * @param name the name in that schema
 */
public record QualifiedName(@Nullable String namespace, String name) implements Comparable<QualifiedName> {

    /** A name in the connection's own database schema. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /** Another name in the same database schema. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(namespace, otherName);
    }

    /** Orders by namespace, then by name; names without a namespace come first. */
    @Override
    public int compareTo(QualifiedName other) {
        int byNamespace =
                (namespace == null ? "" : namespace).compareTo(other.namespace == null ? "" : other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace == null ? name : namespace + "." + name;
    }
}
