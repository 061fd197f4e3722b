package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.BlankLines;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Block.Keyword;
import dev.caspian.psl.ast.BlockAttribute;
import dev.caspian.psl.ast.CommentBlock;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.Member;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.TypeExpression;
import dev.caspian.psl.ast.UnknownText;
import dev.caspian.psl.ast.ValueDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes {@code keyword name { … }} and reports what is wrong within, provided that the block has an end. */
final class BlockReader {

    private static final Set<String> REFUSED_IN_COMPOSITE_FIELDS = Set.of("relation", "unique", "id");

    private final Cursor cursor;
    private final CommentReader comments;

    /**
     * From here on the file has no line that could end a block. Without this memory, a file of openers that are never
     * closed would be read once for each of them.
     */
    private int noEndFrom = Integer.MAX_VALUE;

    BlockReader(Cursor cursor) {
        this.cursor = cursor;
        this.comments = new CommentReader(cursor);
    }

    /** Takes a block, or leaves the cursor where it is. */
    @Nullable Block take(@Nullable CommentBlock above, List<Diagnostic> problems) {
        int start = cursor.position();
        for (Keyword keyword : Keyword.values()) {
            // No blank is needed behind the keyword: the reference implementation reads `modelUser {` as `model User
            // {`.
            if (cursor.take(keyword.text())) {
                cursor.skipBlanks();
                Name name = cursor.takeIdentifier();
                if (name != null && takeOpeningBrace()) {
                    Block block = takeContents(keyword, name, above, start, problems);
                    if (block != null) {
                        return block;
                    }
                }
                cursor.backTo(start);
            }
        }
        return null;
    }

    /** Takes an opening brace and the rest of its line, which is ignored. */
    boolean takeOpeningBrace() {
        cursor.skipBlanks();
        if (!cursor.take("{")) {
            return false;
        }
        cursor.skipToLineEnd();
        return cursor.takeLineEnd();
    }

    private @Nullable Block takeContents(
            Keyword keyword, Name name, @Nullable CommentBlock above, int start, List<Diagnostic> problems) {
        if (cursor.position() >= noEndFrom) {
            return null;
        }
        int contents = cursor.position();
        List<Diagnostic> found = new ArrayList<>();
        MemberReader reader = new MemberReader(cursor, found);
        List<Member> members = new ArrayList<>();
        CommentBlock pending = null;
        cursor.skipBlanks();
        while (!cursor.take("}")) {
            if (cursor.atEnd()) {
                noEndFrom = contents;
                return null;
            }
            Member member = takeMember(keyword, reader, pending, found);
            if (member instanceof CommentBlock comment) {
                pending = comment;
            } else if (member instanceof FieldDeclaration || member instanceof ValueDeclaration) {
                pending = null;
            }
            members.add(member);
            cursor.skipBlanks();
        }
        problems.addAll(found);
        return new Block(keyword, name, above == null ? null : above.documentation(), members, cursor.spanFrom(start));
    }

    private Member takeMember(
            Keyword keyword, MemberReader reader, @Nullable CommentBlock pending, List<Diagnostic> found) {
        int start = cursor.position();
        if (cursor.atLineEnd()) {
            return takeBlankLines(cursor);
        }
        Member member = reader.take(keyword, pending);
        if (member != null) {
            report(keyword, member, found);
            return member;
        }
        CommentBlock comment = comments.takeBlock();
        if (comment != null) {
            return comment;
        }
        cursor.skipToLineEnd();
        cursor.takeLineEnd();
        UnknownText line = new UnknownText(cursor.textFrom(start), cursor.trimmedSpanFrom(start));
        if (reader.foundTooDeep()) {
            found.add(SyntaxRule.NESTED_TOO_DEEPLY.at(line.span(), ExpressionReader.MAXIMUM_DEPTH));
        } else {
            found.add(unknownLine(keyword, line));
        }
        return line;
    }

    /** Takes line ends, with or without blanks in front of them. */
    static BlankLines takeBlankLines(Cursor cursor) {
        int start = cursor.position();
        int end = start;
        while (cursor.takeLineEnd()) {
            end = cursor.position();
            cursor.skipBlanks();
        }
        cursor.backTo(end);
        return new BlankLines(cursor.spanFrom(start));
    }

    private static Diagnostic unknownLine(Keyword keyword, UnknownText line) {
        return switch (keyword) {
            case MODEL, VIEW, TYPE -> SyntaxRule.INVALID_FIELD_LINE.at(line.span());
            case ENUM -> SyntaxRule.INVALID_VALUE_LINE.at(line.span());
            case DATASOURCE, GENERATOR -> SyntaxRule.INVALID_PROPERTY_LINE.at(line.span(), keyword.text());
        };
    }

    private static void report(Keyword keyword, Member member, List<Diagnostic> found) {
        if (member instanceof FieldDeclaration field) {
            report(field, found);
            if (keyword == Keyword.TYPE && field.isWellFormed()) {
                for (Attribute attribute : field.attributes()) {
                    if (REFUSED_IN_COMPOSITE_FIELDS.contains(attribute.name().text())) {
                        found.add(SyntaxRule.COMPOSITE_FIELD_ATTRIBUTE.at(attribute.span(), attribute.name()));
                    }
                }
            }
        } else if (member instanceof BlockAttribute line && keyword == Keyword.TYPE) {
            Attribute attribute = line.attribute();
            found.add(SyntaxRule.COMPOSITE_TYPE_ATTRIBUTE.at(attribute.span(), attribute.name()));
        }
    }

    private static void report(FieldDeclaration field, List<Diagnostic> found) {
        TypeExpression type = field.type();
        if (field.legacyColon()) {
            found.add(SyntaxRule.LEGACY_COLON.at(field.span(), field.name()));
        } else if (type == null) {
            found.add(SyntaxRule.FIELD_WITHOUT_TYPE.at(field.span(), field.name()));
        } else {
            switch (type.form()) {
                case OPTIONAL_LIST -> found.add(SyntaxRule.OPTIONAL_LIST.at(type.span(), type.base()));
                case LEGACY_REQUIRED -> found.add(SyntaxRule.LEGACY_REQUIRED_TYPE.at(type.span(), type.base()));
                case LEGACY_LIST -> found.add(SyntaxRule.LEGACY_LIST_TYPE.at(type.span(), type.base()));
                case REQUIRED, OPTIONAL, LIST -> {}
            }
        }
    }
}
