package dev.caspian.provider;

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

    public static Optional<IndexAlgorithm> named(String prismaName) {
        for (IndexAlgorithm algorithm : values()) {
            if (algorithm.prismaName.equals(prismaName)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
