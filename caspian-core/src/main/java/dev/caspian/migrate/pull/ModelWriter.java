package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.Table;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.BlockAttribute;
import dev.caspian.psl.ast.Comment;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.Member;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the block of one model: a new one, or one that a person has, with what no longer holds replaced. */
final class ModelWriter {

    private final PullContext context;
    private final Table table;
    private final ModelKeys keys;
    private final FieldWriter fields;
    private final List<RelationEnd> ends;
    private final BlockLines lines = new BlockLines();

    ModelWriter(PullContext context, Table table) {
        this.context = context;
        this.table = table;
        this.keys = new ModelKeys(table, context.names(), context.keys(), context.agreement());
        this.fields = new FieldWriter(context, table, keys);
        this.ends = new ArrayList<>(context.endsOf(table));
    }

    /** The block of a table that has no model yet, with comments on what is special about it. */
    String write(List<String> comments) {
        keys.addAll();
        addColumns();
        addRelations();
        keys.newOnBlock().forEach(lines::add);
        String name = context.names().model(table.name());
        if (!name.equals(table.name().name())) {
            lines.add("@@map(" + SchemaText.quoted(table.name().name()) + ")");
        }
        if (context.isIgnored(table)) {
            lines.add("@@ignore");
        }
        String namespace = table.name().namespace();
        if (namespace != null) {
            lines.add("@@schema(" + SchemaText.quoted(namespace) + ")");
        }
        return comments.stream().map(comment -> "/// " + comment + "\n").collect(Collectors.joining())
                + lines.block("model " + name);
    }

    /** The block that a person has, with what the database says differently replaced. */
    String edit(Model model, Block block) {
        Table described = context.existing().described(model);
        keys.compare(model, block, described);
        CommentBlock pending = null;
        for (Member member : block.members()) {
            if (member instanceof CommentBlock comment) {
                flush(pending);
                pending = comment;
                continue;
            }
            Optional<String> line = member instanceof BlankLines ? Optional.of("") : edited(member, model, described);
            if (line.isPresent()) {
                flush(pending);
                add(line.get(), member, model);
            }
            pending = null;
        }
        flush(pending);
        addColumns();
        addRelations();
        keys.newOnBlock().forEach(lines::add);
        if (!model.ignored() && !PullContext.hasCriterion(table)) {
            lines.add("@@ignore");
        }
        return lines.block(block.keyword().text() + " " + block.name());
    }

    private void flush(@Nullable CommentBlock comments) {
        if (comments != null) {
            comments.comments().stream().map(Comment::source).forEach(lines::add);
        }
    }

    private void add(String line, Member member, Model model) {
        if (!(member instanceof FieldDeclaration declaration)) {
            lines.add(line);
        } else if (model.field(declaration.name().text()) instanceof ScalarField field) {
            lines.addPart(line, field.databaseName());
        } else {
            lines.addField(line);
        }
    }

    /** The line as it stands now; empty if it has to go. */
    private Optional<String> edited(Member member, Model model, Table described) {
        if (member instanceof FieldDeclaration declaration) {
            Field field = model.field(declaration.name().text());
            return field instanceof ScalarField scalar
                    ? edited(declaration, scalar, described)
                    : edited(declaration, (RelationField) field, described);
        }
        if (member instanceof BlockAttribute line && ModelKeys.isKey(line.attribute())) {
            Attribute attribute = line.attribute();
            return keys.kept(attribute)
                    .map(text -> text.equals(attribute.source())
                            ? FieldWriter.source(line.span())
                            : FieldWriter.withComment(text, line.trailingComment()));
        }
        return Optional.of(FieldWriter.source(member.span()));
    }

    private Optional<String> edited(FieldDeclaration declaration, ScalarField field, Table described) {
        return table.column(field.databaseName())
                .map(column -> fields.column(
                        declaration,
                        field,
                        column,
                        described.column(field.databaseName()).orElseThrow()));
    }

    private Optional<String> edited(FieldDeclaration declaration, RelationField field, Table described) {
        // Of relations with views, the database knows nothing.
        if (field.model().isView() || field.target().isView()) {
            return Optional.of(FieldWriter.source(declaration.span()));
        }
        Optional<RelationEnd> end = ends.stream()
                .filter(candidate -> candidate.link().known().isPresent()
                        && candidate.field().equals(field.name()))
                .findFirst();
        end.ifPresent(ends::remove);
        return end.map(found -> fields.relation(declaration, found, described));
    }

    private void addColumns() {
        String before = null;
        for (Column column : table.columns()) {
            if (!lines.hasPart(column.name())) {
                String name = context.names().field(table.name(), column.name());
                lines.insertPart(fields.column(column, name), column.name(), before);
            }
            before = column.name();
        }
    }

    private void addRelations() {
        ends.forEach(end -> lines.insertField(fields.relation(end)));
    }
}
