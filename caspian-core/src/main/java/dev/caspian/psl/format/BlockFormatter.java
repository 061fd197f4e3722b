package dev.caspian.psl.format;

import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.BlockAttribute;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.Member;
import dev.caspian.psl.ast.Property;
import dev.caspian.psl.ast.TypeExpression;
import dev.caspian.psl.ast.UnknownText;
import dev.caspian.psl.ast.ValueDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays out a block: its lines in columns, one table per paragraph, and its attributes at the end. */
final class BlockFormatter {

    private static final List<String> ATTRIBUTE_ORDER =
            List.of("id", "unique", "default", "updatedAt", "index", "fulltext", "map", "relation", "ignore");
    private static final Comparator<Attribute> BY_KIND = Comparator.comparingInt(BlockFormatter::rank);

    private final List<Member> members;
    private final LineWriter writer;
    private final Table table = new Table();
    private final List<AttributeLine> attributes = new ArrayList<>();
    private int position;

    private BlockFormatter(Block block, LineWriter writer) {
        this.members = block.members();
        this.writer = writer;
    }

    /** An attribute of the block, with the comment that stands directly above it and moves along. */
    private record AttributeLine(
            BlockAttribute line, @Nullable CommentBlock comment) {}

    static void format(Block block, LineWriter writer) {
        writer.write(block.keyword().text() + " " + block.name() + " {");
        writer.endLine();
        writer.indent();
        BlockFormatter formatter = new BlockFormatter(block, writer);
        formatter.addMembers();
        formatter.addAttributes();
        writer.unindent();
        writer.write("}");
        writer.endLine();
    }

    private @Nullable Member peek() {
        return position < members.size() ? members.get(position) : null;
    }

    private boolean skipBlankLines() {
        if (peek() instanceof BlankLines) {
            position++;
            return true;
        }
        return false;
    }

    private void addMembers() {
        skipBlankLines();
        CommentBlock pending = null;
        while (true) {
            boolean paragraph = skipBlankLines();
            Member member = peek();
            if (member == null) {
                break;
            }
            position++;
            if (member instanceof BlockAttribute line) {
                attributes.add(new AttributeLine(line, pending));
                pending = null;
            } else if (member instanceof CommentBlock comment && peek() instanceof BlockAttribute) {
                pending = comment;
            } else {
                if (paragraph) {
                    startParagraph();
                }
                add(member);
            }
        }
        table.writeTo(writer);
    }

    private void startParagraph() {
        table.writeTo(writer);
        table.addBlankLine();
    }

    private void add(Member member) {
        if (member instanceof CommentBlock comment) {
            CommentFormatter.addTo(table, comment);
        } else if (member instanceof FieldDeclaration field) {
            add(field);
        } else if (member instanceof ValueDeclaration value) {
            String cell = value.attributes().stream().map(Attribute::source).collect(Collectors.joining());
            table.add(List.of(value.name().text(), cell), CommentFormatter.trailing(value.trailingComment()));
        } else if (member instanceof Property property) {
            Expression value = property.value();
            table.add(
                    List.of(property.key().text(), value == null ? "" : "= " + value.source()),
                    CommentFormatter.trailing(property.trailingComment()));
        } else if (member instanceof UnknownText unknown) {
            table.addLine(unknown.text().replaceFirst("\r?\n$", ""));
        }
    }

    private void add(FieldDeclaration field) {
        TypeExpression type = field.type();
        String cell = field.attributes().stream()
                .sorted(BY_KIND)
                .map(Attribute::source)
                .collect(Collectors.joining(" "));
        table.add(
                List.of(field.name().text(), type == null ? "" : type.source(), cell),
                CommentFormatter.trailing(field.trailingComment()));
    }

    private void addAttributes() {
        if (attributes.isEmpty()) {
            return;
        }
        table.addBlankLine();
        attributes.sort(Comparator.comparing(attribute -> attribute.line().attribute(), BY_KIND));
        for (AttributeLine attribute : attributes) {
            if (attribute.comment() != null) {
                CommentFormatter.addTo(table, attribute.comment());
            }
            BlockAttribute line = attribute.line();
            table.add(List.of(line.attribute().source()), CommentFormatter.trailing(line.trailingComment()));
        }
        table.writeTo(writer);
    }

    private static int rank(Attribute attribute) {
        int rank = ATTRIBUTE_ORDER.indexOf(attribute.name().text());
        return rank < 0 ? ATTRIBUTE_ORDER.size() : rank;
    }
}
