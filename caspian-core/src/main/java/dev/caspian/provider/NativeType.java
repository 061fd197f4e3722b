package dev.caspian.provider;

import java.util.List;

/**
 * A column type chosen with {@code @db.…}.
 *
 * @param name the name behind {@code @db.}, for example {@code VarChar}
 * @param arguments its arguments, for example {@code [255]}; empty when none were given
 */
public record NativeType(String name, List<Integer> arguments) {

    public NativeType {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        return name + "("
                + String.join(", ", arguments.stream().map(String::valueOf).toList()) + ")";
    }
}
