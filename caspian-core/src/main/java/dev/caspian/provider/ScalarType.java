package dev.caspian.provider;

import java.util.Arrays;
import java.util.Optional;

/** The scalar types of the schema language. */
public enum ScalarType {
    STRING("String"),
    BOOLEAN("Boolean"),
    INT("Int"),
    BIG_INT("BigInt"),
    FLOAT("Float"),
    DECIMAL("Decimal"),
    DATE_TIME("DateTime"),
    JSON("Json"),
    BYTES("Bytes");

    private final String prismaName;

    ScalarType(String prismaName) {
        this.prismaName = prismaName;
    }

    /** The type of this name; empty if it is not a scalar type. */
    public static Optional<ScalarType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.prismaName.equals(name))
                .findFirst();
    }

    /** The name as the schema language writes it, for example {@code BigInt}. */
    public String prismaName() {
        return prismaName;
    }
}
