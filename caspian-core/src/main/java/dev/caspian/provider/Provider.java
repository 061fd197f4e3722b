package dev.caspian.provider;

import java.util.Arrays;
import java.util.Optional;

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

    /** The provider that a datasource means by {@code name}; empty if there is none. */
    public static Optional<Provider> named(String name) {
        if (name.equals("postgres")) {
            return Optional.of(POSTGRESQL);
        }
        return Arrays.stream(values())
                .filter(provider -> provider.prismaName.equals(name))
                .findFirst();
    }

    /** What a schema may say with this provider. */
    public ProviderTraits traits() {
        return ProviderTraits.of(this);
    }

    /** The name as the schema language writes it, for example {@code postgresql}. */
    public String prismaName() {
        return prismaName;
    }
}
