package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.FieldDeclaration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@code type} block. No database of ours stores one, so little is made of it. Compared by identity. */
public final class CompositeSymbol {

    private final Block syntax;
    private final Map<FieldDeclaration, ColumnType> fields = new LinkedHashMap<>();

    CompositeSymbol(Block syntax) {
        this.syntax = syntax;
    }

    void add(FieldDeclaration field, ColumnType type) {
        fields.put(field, type);
    }

    public Block syntax() {
        return syntax;
    }

    public String name() {
        return syntax.name().text();
    }

    /** The fields whose type could be made out, with it. */
    public Map<FieldDeclaration, ColumnType> fields() {
        return fields;
    }
}
