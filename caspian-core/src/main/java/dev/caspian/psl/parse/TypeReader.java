package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.TypeExpression;
import dev.caspian.psl.ast.TypeExpression.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the types of fields, those included that the language no longer has. */
final class TypeReader {

    private final Cursor cursor;
    private final StringReader strings;

    TypeReader(Cursor cursor, List<Diagnostic> problems) {
        this.cursor = cursor;
        this.strings = new StringReader(cursor, problems);
    }

    private record Base(Name name, @Nullable String unsupported) {}

    /** Takes a type, or leaves the cursor where it is. */
    @Nullable TypeExpression take() {
        int start = cursor.position();
        if (cursor.take("[")) {
            return takeLegacyList(start);
        }
        Base base = takeBase();
        if (base == null) {
            return null;
        }
        Form form = takeDecoration();
        return new TypeExpression(base.name(), base.unsupported(), form, cursor.spanFrom(start));
    }

    /** Takes a type without decoration. */
    boolean takeBaseOnly() {
        return takeBase() != null;
    }

    private @Nullable TypeExpression takeLegacyList(int start) {
        cursor.skipBlanks();
        Base base = takeBase();
        cursor.skipBlanks();
        if (base == null || !cursor.take("]")) {
            cursor.backTo(start);
            return null;
        }
        return new TypeExpression(base.name(), base.unsupported(), Form.LEGACY_LIST, cursor.spanFrom(start));
    }

    private Form takeDecoration() {
        int end = cursor.position();
        cursor.skipBlanks();
        if (cursor.take("[]")) {
            int list = cursor.position();
            cursor.skipBlanks();
            if (cursor.take("?")) {
                return Form.OPTIONAL_LIST;
            }
            cursor.backTo(list);
            return Form.LIST;
        } else if (cursor.take("?")) {
            return Form.OPTIONAL;
        } else if (cursor.take("!")) {
            return Form.LEGACY_REQUIRED;
        }
        cursor.backTo(end);
        return Form.REQUIRED;
    }

    private @Nullable Base takeBase() {
        int start = cursor.position();
        if (cursor.take("Unsupported(")) {
            cursor.skipBlanks();
            StringLiteral type = strings.take();
            cursor.skipBlanks();
            if (type != null && cursor.take(")")) {
                return new Base(new Name(cursor.textFrom(start), cursor.spanFrom(start)), type.value());
            }
            cursor.backTo(start);
        }
        Name name = cursor.takeIdentifier();
        return name == null ? null : new Base(name, null);
    }
}
