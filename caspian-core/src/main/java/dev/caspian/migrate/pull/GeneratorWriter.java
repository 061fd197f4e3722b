package dev.caspian.migrate.pull;

import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Member;
import dev.caspian.psl.ast.Property;
import java.util.ArrayList;
import java.util.List;

/** Switches on a preview feature that the schema of a database needs. Stateless. */
final class GeneratorWriter {

    private static final String PROPERTY = "previewFeatures";

    private GeneratorWriter() {}

    /** The generator with the feature among its own. */
    static String enable(Block generator, PreviewFeature feature) {
        BlockLines lines = new BlockLines();
        String name = SchemaText.quoted(feature.prismaName());
        boolean open = true;
        for (Member member : generator.members()) {
            if (member instanceof Property property && property.key().text().equals(PROPERTY)) {
                lines.add(FieldWriter.withComment(assignment(features(property), name), property.trailingComment()));
                open = false;
            } else if (member instanceof CommentBlock comments) {
                comments.comments().forEach(comment -> lines.add(comment.source()));
            } else {
                lines.add(member instanceof BlankLines ? "" : FieldWriter.source(member.span()));
            }
        }
        if (open) {
            lines.add(assignment(List.of(), name));
        }
        return lines.block("generator " + generator.name());
    }

    private static List<String> features(Property property) {
        return property.value() instanceof ArrayLiteral array
                ? array.elements().stream().map(Expression::source).toList()
                : List.of();
    }

    private static String assignment(List<String> before, String added) {
        List<String> features = new ArrayList<>(before);
        features.add(added);
        return PROPERTY + " = [" + String.join(", ", features) + "]";
    }
}
