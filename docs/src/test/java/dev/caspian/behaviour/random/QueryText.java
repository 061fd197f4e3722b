package dev.caspian.behaviour.random;

import dev.caspian.query.Aggregation;
import dev.caspian.query.CreateMany;
import dev.caspian.query.FindMany;
import dev.caspian.query.GroupBy;
import dev.caspian.query.IncludedToMany;
import dev.caspian.query.IncludedToOne;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes queries down, for the message of a test that failed. */
final class QueryText {

    private final StringBuilder text = new StringBuilder();

    static String of(FindMany<?> query) {
        return new QueryText().find(query, "  ").text.toString();
    }

    static String of(Aggregation<?> aggregation) {
        return new QueryText()
                .part("  ", "select", aggregation.aggregates())
                .find(aggregation.records(), "  ")
                .text
                .toString();
    }

    static String of(GroupBy<?> grouping) {
        return new QueryText()
                .part("  ", "by", grouping.fields())
                .part("  ", "select", grouping.aggregates())
                .part("  ", "where", grouping.conditions())
                .part("  ", "having", grouping.havings())
                .part("  ", "orderBy", grouping.orders())
                .part("  ", "skip", grouping.skipped())
                .part("  ", "take", grouping.taken())
                .text
                .toString();
    }

    static String of(List<?> conditions, List<?> assignments) {
        return new QueryText()
                .part("  ", "where", conditions)
                .part("  ", "data", assignments)
                .text
                .toString();
    }

    static String of(NewRecord<?> record) {
        return new QueryText().part("  ", "create", record.assignments()).text.toString();
    }

    static String of(CreateMany<?, ?> many) {
        return new QueryText()
                .part("  ", "data", many.records())
                .part("  ", "skipDuplicates", many.skipsDuplicates())
                .text
                .toString();
    }

    static String of(Returning<?> returning) {
        return new QueryText().returning(returning, "  ").text.toString();
    }

    private QueryText part(String indent, String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> part(indent, name, element));
        } else if (value != null) {
            text.append(indent)
                    .append(name)
                    .append(' ')
                    .append(ApiText.of(value))
                    .append('\n');
        }
        return this;
    }

    private QueryText find(FindMany<?> query, String indent) {
        part(indent, "where", query.conditions());
        part(indent, "orderBy", query.orders());
        part(indent, "cursor", query.cursor());
        part(indent, "distinct", query.distinctFields());
        part(indent, "skip", query.skipped());
        part(indent, "take", query.taken());
        return returning(query.returning(), indent);
    }

    private QueryText returning(Returning<?> returning, String indent) {
        returning.selections().forEach(selection -> selection("select", selection, indent));
        returning.includes().forEach(selection -> selection("include", selection, indent));
        return part(indent, "omit", returning.omissions());
    }

    private void selection(String name, Selection<?> selection, String indent) {
        if (selection instanceof IncludedToMany<?, ?> many) {
            part(indent, name, many.relation());
            find(many.query(), indent + "    ");
        } else if (selection instanceof IncludedToOne<?, ?> one) {
            part(indent, name, one.relation());
            returning(one.query().returning(), indent + "    ");
        } else {
            part(indent, name, selection);
        }
    }
}
