package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Attribute;
import java.util.List;

/** By which columns the rows of a table are distributed. */
public record ShardKey(Attribute attribute, List<ScalarFieldSymbol> fields) {

    public ShardKey {
        fields = List.copyOf(fields);
    }
}
