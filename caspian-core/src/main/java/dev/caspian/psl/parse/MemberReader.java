package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Block.Keyword;
import dev.caspian.psl.ast.BlockAttribute;
import dev.caspian.psl.ast.Comment;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.Member;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.Property;
import dev.caspian.psl.ast.TypeExpression;
import dev.caspian.psl.ast.ValueDeclaration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the lines of a block. Each method takes a whole line with its line end, or nothing. */
final class MemberReader {

    private final Cursor cursor;
    private final List<Diagnostic> problems;
    private final ExpressionReader expressions;
    private final TypeReader types;
    private final CommentReader comments;

    MemberReader(Cursor cursor, List<Diagnostic> problems) {
        this.cursor = cursor;
        this.problems = problems;
        this.expressions = new ExpressionReader(cursor, problems);
        this.types = new TypeReader(cursor, problems);
        this.comments = new CommentReader(cursor);
    }

    /** Takes the line of a declaration as blocks of this kind have them, or of an attribute. */
    @Nullable Member take(Keyword block, @Nullable CommentBlock above) {
        int start = cursor.position();
        int before = problems.size();
        Member member = switch (block) {
            case MODEL, VIEW, TYPE -> cursor.at("@@") ? takeBlockAttribute() : takeField(above);
            case ENUM -> cursor.at("@@") ? takeBlockAttribute() : takeValue(above);
            case DATASOURCE, GENERATOR -> takeProperty();
        };
        if (member == null) {
            cursor.backTo(start);
            problems.subList(before, problems.size()).clear();
        }
        return member;
    }

    /** Whether the line last refused was refused for its depth. */
    boolean foundTooDeep() {
        return expressions.foundTooDeep();
    }

    private @Nullable Member takeField(@Nullable CommentBlock above) {
        int start = cursor.position();
        Name name = cursor.takeIdentifier();
        if (name == null) {
            return null;
        }
        cursor.skipBlanks();
        boolean colon = cursor.take(":");
        cursor.skipBlanks();
        TypeExpression type = types.take();
        List<Attribute> attributes = expressions.takeAttributes();
        Comment trailing = takeTrailingComment();
        if (!cursor.takeLineEnd()) {
            return null;
        }
        return new FieldDeclaration(
                name, colon, type, attributes, trailing, documentation(above, trailing), cursor.trimmedSpanFrom(start));
    }

    private @Nullable Member takeValue(@Nullable CommentBlock above) {
        int start = cursor.position();
        Name name = cursor.takeIdentifier();
        if (name == null) {
            return null;
        }
        List<Attribute> attributes = expressions.takeAttributes();
        Comment trailing = takeTrailingComment();
        if (!cursor.takeLineEnd()) {
            return null;
        }
        return new ValueDeclaration(
                name, attributes, trailing, documentation(above, trailing), cursor.trimmedSpanFrom(start));
    }

    private @Nullable Member takeProperty() {
        int start = cursor.position();
        Name key = cursor.takeIdentifier();
        cursor.skipBlanks();
        if (key == null || !cursor.take("=")) {
            return null;
        }
        cursor.skipBlanks();
        Expression value = expressions.take();
        Comment trailing = takeTrailingComment();
        if (!cursor.takeLineEnd()) {
            return null;
        }
        return new Property(key, value, trailing, cursor.trimmedSpanFrom(start));
    }

    private @Nullable Member takeBlockAttribute() {
        int start = cursor.position();
        Attribute attribute = expressions.takeAttribute("@@");
        if (attribute == null) {
            return null;
        }
        Comment trailing = takeTrailingComment();
        if (!cursor.takeLineEnd()) {
            return null;
        }
        return new BlockAttribute(attribute, trailing, cursor.trimmedSpanFrom(start));
    }

    private @Nullable Comment takeTrailingComment() {
        cursor.skipBlanks();
        Comment comment = comments.take();
        cursor.skipBlanks();
        return comment;
    }

    private static @Nullable String documentation(@Nullable CommentBlock above, @Nullable Comment trailing) {
        String fromAbove = above == null ? null : above.documentation();
        String fromTrailing = trailing == null || !trailing.documents() ? null : trailing.documentation();
        String joined =
                Stream.of(fromAbove, fromTrailing).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return fromAbove == null && fromTrailing == null ? null : joined;
    }
}
