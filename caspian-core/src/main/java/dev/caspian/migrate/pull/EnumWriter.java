package dev.caspian.migrate.pull;

import dev.caspian.database.EnumDefinition;
import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Comment;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Member;
import dev.caspian.psl.ast.ValueDeclaration;
import dev.caspian.schema.EnumType;
import org.jspecify.annotations.Nullable;

/** Writes the block of one enum: a new one, or one that a person has, with the values that the database has now. */
final class EnumWriter {

    private final PulledNames names;
    private final EnumDefinition definition;
    private final BlockLines lines = new BlockLines();

    EnumWriter(PulledNames names, EnumDefinition definition) {
        this.names = names;
        this.definition = definition;
    }

    /** The block of a type that has no enum yet. */
    String write() {
        addValues();
        String name = names.enumType(definition.name());
        if (!name.equals(definition.name().name())) {
            lines.add("@@map(" + SchemaText.quoted(definition.name().name()) + ")");
        }
        String namespace = definition.name().namespace();
        if (namespace != null) {
            lines.add("@@schema(" + SchemaText.quoted(namespace) + ")");
        }
        return lines.block("enum " + name);
    }

    /** The block that a person has, with values added and removed. */
    String edit(EnumType type, Block block) {
        CommentBlock pending = null;
        for (Member member : block.members()) {
            if (member instanceof CommentBlock comment) {
                flush(pending);
                pending = comment;
                continue;
            }
            if (!(member instanceof ValueDeclaration value)) {
                flush(pending);
                lines.add(member instanceof BlankLines ? "" : FieldWriter.source(member.span()));
            } else if (definition.values().contains(databaseName(type, value))) {
                flush(pending);
                lines.addPart(FieldWriter.source(value.span()), databaseName(type, value));
            }
            pending = null;
        }
        flush(pending);
        addValues();
        return lines.block("enum " + block.name());
    }

    private static String databaseName(EnumType type, ValueDeclaration value) {
        return type.values().stream()
                .filter(candidate -> candidate.name().equals(value.name().text()))
                .map(EnumType.Value::databaseName)
                .findFirst()
                .orElseThrow();
    }

    private void flush(@Nullable CommentBlock comments) {
        if (comments != null) {
            comments.comments().stream().map(Comment::source).forEach(lines::add);
        }
    }

    private void addValues() {
        String before = null;
        for (String value : definition.values()) {
            if (!lines.hasPart(value)) {
                lines.insertPart(line(value), value, before);
            }
            before = value;
        }
    }

    private String line(String value) {
        String name = names.value(definition.name(), value);
        return name.equals(value) ? name : name + " @map(" + SchemaText.quoted(value) + ")";
    }
}
