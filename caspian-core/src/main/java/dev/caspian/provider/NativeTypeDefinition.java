package dev.caspian.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A type that can be chosen with {@code @db.…}.
 *
 * @param name the name behind {@code @db.}
 * @param requiredArguments how many arguments it must have
 * @param optionalArguments how many more it may have
 * @param scalarTypes the types of the schema language that it can store
 * @param limit what its arguments may be
 */
public record NativeTypeDefinition(
        String name, int requiredArguments, int optionalArguments, List<ScalarType> scalarTypes, Limit limit) {

    public NativeTypeDefinition {
        scalarTypes = List.copyOf(scalarTypes);
    }

    /** What the arguments of a native type may be. */
    @FunctionalInterface
    public interface Limit {

        /** What is wrong with the arguments, if anything, as the end of a sentence: "length must be 1 to 64". */
        Optional<String> complaint(List<Integer> arguments, ScalarType scalarType);
    }

    static NativeTypeDefinition plain(String name, ScalarType... scalarTypes) {
        return new NativeTypeDefinition(name, 0, 0, Arrays.asList(scalarTypes), (arguments, type) -> Optional.empty());
    }

    NativeTypeDefinition withArguments(int required, int optional) {
        return new NativeTypeDefinition(name, required, optional, scalarTypes, limit);
    }

    NativeTypeDefinition limited(Limit limit) {
        return new NativeTypeDefinition(name, requiredArguments, optionalArguments, scalarTypes, limit);
    }

    /** The limit of a type with one number. */
    static Limit between(String what, int minimum, int maximum) {
        return (arguments, type) -> arguments.isEmpty() || in(arguments.get(0), minimum, maximum)
                ? Optional.empty()
                : Optional.of("the " + what + " must be " + minimum + " to " + maximum);
    }

    /** The limit of a type with precision and scale. */
    static Limit decimal(int minimumPrecision, int maximumPrecision, int maximumScale) {
        return (arguments, type) -> {
            if (arguments.size() < 2) {
                return Optional.empty();
            }
            int precision = arguments.get(0);
            int scale = arguments.get(1);
            if (scale > precision) {
                return Optional.of("the scale must not be larger than the precision");
            } else if (!in(precision, minimumPrecision, maximumPrecision)) {
                return Optional.of("the precision must be 1 to " + maximumPrecision);
            } else if (scale > maximumScale) {
                return Optional.of("the scale must be 0 to " + maximumScale);
            }
            return Optional.empty();
        };
    }

    private static boolean in(int value, int minimum, int maximum) {
        return value >= minimum && value <= maximum;
    }

    /** Whether a type without arguments given is not the same as with none possible: its two arguments come together. */
    public boolean takesBothOrNone() {
        return requiredArguments == 0 && optionalArguments == 2;
    }
}
