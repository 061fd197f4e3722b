package dev.caspian.provider;

import java.util.Locale;
import java.util.Optional;

/** The {@code type} of an index. */
public enum IndexAlgorithm {
    BTREE("BTree"),
    HASH("Hash"),
    GIST("Gist"),
    GIN("Gin"),
    SP_GIST("SpGist"),
    BRIN("Brin");

    private final String prismaName;

    IndexAlgorithm(String prismaName) {
        this.prismaName = prismaName;
    }

    /** The name as the schema language writes it, for example {@code SpGist}. */
    public String prismaName() {
        return prismaName;
    }

    /** The algorithm of this access method in SQL, for example {@code spgist}; empty if the language has none. */
    public static Optional<IndexAlgorithm> ofMethod(String method) {
        for (IndexAlgorithm algorithm : values()) {
            if (algorithm.prismaName.toLowerCase(Locale.ROOT).equals(method)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    public static Optional<IndexAlgorithm> named(String prismaName) {
        for (IndexAlgorithm algorithm : values()) {
            if (algorithm.prismaName.equals(prismaName)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
