package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Attribute;
import java.util.List;

/**
 * {@code @db.Name(…)} on a field.
 *
 * @param prefix the word in front of the dot, which ought to be the datasource's name
 * @param arguments their source text
 */
public record NativeTypeUse(String prefix, String name, List<String> arguments, Attribute attribute) {

    public NativeTypeUse {
        arguments = List.copyOf(arguments);
    }
}
