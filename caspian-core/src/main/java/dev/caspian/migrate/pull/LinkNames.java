package dev.caspian.migrate.pull;

import dev.caspian.database.Table;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a relation and of its two fields.
 *
 * @param relation the name that both fields have to tell, or null if they need none
 * @param forward the field of the model that holds the foreign key, or that a join table's {@code A} refers to
 * @param back the field of the other model
 */
record LinkNames(@Nullable String relation, String forward, String back) {

    /** Gives names to all relations of a database. */
    static Map<Link, LinkNames> of(List<Link> links, ExistingSchema existing, PulledNames names) {
        Map<Link, LinkNames> all = new HashMap<>();
        Map<String, Set<String>> taken = new HashMap<>();
        for (Link link : links) {
            taken.computeIfAbsent(names.model(link.from().name()), model -> takenIn(link.from(), existing, names));
            taken.computeIfAbsent(names.model(link.to().name()), model -> takenIn(link.to(), existing, names));
        }
        for (Link link : links) {
            LinkNames wanted = wanted(link, isAmbiguous(link, links, names), names);
            Optional<? extends Relation> known = link.known();
            if (known.isPresent()) {
                all.put(link, kept(known.get(), wanted, existing));
            } else {
                all.put(
                        link,
                        new LinkNames(
                                wanted.relation(),
                                SchemaName.unique(wanted.forward(), takenIn(link.from(), taken, names)),
                                SchemaName.unique(wanted.back(), takenIn(link.to(), taken, names))));
            }
        }
        return all;
    }

    private static Set<String> takenIn(Table table, Map<String, Set<String>> taken, PulledNames names) {
        return taken.computeIfAbsent(names.model(table.name()), model -> new HashSet<>());
    }

    private static Set<String> takenIn(Table table, ExistingSchema existing, PulledNames names) {
        Set<String> taken = new HashSet<>();
        table.columns().forEach(column -> taken.add(names.field(table.name(), column.name())));
        existing.model(table.name())
                .map(Model::relationFields)
                .orElse(List.of())
                .forEach(field -> taken.add(field.name()));
        return taken;
    }

    private static LinkNames kept(Relation known, LinkNames wanted, ExistingSchema existing) {
        RelationField forward =
                known instanceof Relation.ForeignKey key ? key.from() : ((Relation.ManyToMany) known).a();
        RelationField back = known.opposite(forward);
        String written = RelationAttribute.nameOn(existing, forward);
        return new LinkNames(written == null ? wanted.relation() : written, forward.name(), back.name());
    }

    /** Whether the short names would not do: there are more relations between the two, or a column has such a name. */
    private static boolean isAmbiguous(Link link, List<Link> links, PulledNames names) {
        if (links.stream().filter(link::isBesides).count() > 1) {
            return true;
        }
        return link instanceof Link.Key
                && link.known().isEmpty()
                && (hasField(link.from(), typeName(link.to()), names)
                        || hasField(link.to(), typeName(link.from()), names));
    }

    private static boolean hasField(Table table, String name, PulledNames names) {
        return table.columns().stream()
                .anyMatch(column -> names.field(table.name(), column.name()).equals(name));
    }

    private static String typeName(Table table) {
        return SchemaName.ofType(table.name().name());
    }

    private static LinkNames wanted(Link link, boolean ambiguous, PulledNames names) {
        if (link instanceof Link.Join join) {
            return wanted(join, ambiguous, names);
        }
        Link.Key key = (Link.Key) link;
        String from = typeName(link.from());
        String to = typeName(link.to());
        String other = link.isWithinOneTable() ? "other_" : "";
        if (ambiguous) {
            String name = from + "_" + SchemaName.joined(key.key().columns()) + "To" + to;
            return new LinkNames(name, to + "_" + name, other + from + "_" + name);
        }
        String name = link.isWithinOneTable() ? from + "To" + to : null;
        return new LinkNames(name, to, other + from);
    }

    /** The name of a join table is that of its relation, behind an underscore. */
    private static LinkNames wanted(Link.Join join, boolean ambiguous, PulledNames names) {
        String table = join.table().name().name();
        String name = table.substring(1);
        String a = typeName(join.from());
        String b = typeName(join.to());
        boolean needed = ambiguous || !name.equals(defaultName(join, names));
        if (join.isWithinOneTable()) {
            String base = ambiguous ? a + SchemaName.joined(List.of(table)) : a;
            return new LinkNames(name, base + "_A", base + "_B");
        }
        String suffix = ambiguous ? SchemaName.joined(List.of(table)) : "";
        return new LinkNames(needed ? name : null, b + suffix, a + suffix);
    }

    /** The name of a relation that has none: those of its models in alphabetical order. */
    private static String defaultName(Link link, PulledNames names) {
        String from = names.model(link.from().name());
        String to = names.model(link.to().name());
        return from.compareTo(to) <= 0 ? from + "To" + to : to + "To" + from;
    }
}
