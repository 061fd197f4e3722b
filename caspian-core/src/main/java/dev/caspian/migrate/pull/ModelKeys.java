package dev.caspian.migrate.pull;

import dev.caspian.database.PrimaryKey;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys and indexes of one model: what becomes of the attributes that it has, and which ones it needs besides. */
final class ModelKeys {

    private static final Set<String> KEYS = Set.of("id", "unique", "index", "fulltext");

    private final Table table;
    private final PulledNames names;
    private final KeyText text;
    private final Agreement agreement;
    private final Map<Attribute, String> kept = new HashMap<>();
    private final Map<String, List<String>> onFields = new HashMap<>();
    private final List<String> onBlock = new ArrayList<>();
    private final Set<String> uniqueFields = new HashSet<>();

    /** The keys of a table that has no model yet. */
    ModelKeys(Table table, PulledNames names, KeyText text, Agreement agreement) {
        this.table = table;
        this.names = names;
        this.text = text;
        this.agreement = agreement;
    }

    /** An attribute of the schema with what it stands for. */
    private record Written(
            Attribute attribute, Index index, @Nullable TableIndex described) {}

    static boolean isKey(Attribute attribute) {
        return KEYS.contains(attribute.name().text());
    }

    /** Compares with the model that a person has. */
    void compare(Model model, Block block, Table described) {
        List<Written> written = written(model, block, described);
        PrimaryKey key = table.primaryKey();
        for (Written one : written) {
            if (one.described() == null && key != null) {
                PrimaryKey former = Objects.requireNonNull(described.primaryKey());
                boolean same = agreement.on(table, key, former);
                boolean fits = key.columns().size() == 1 || !one.index().fromField();
                if (same || (fits && former.columnNames().equals(key.columnNames()))) {
                    String changed = text.primaryKey(
                            table, key, one.index().clientName(), one.index().fromField());
                    kept.put(one.attribute(), same ? one.attribute().source() : changed);
                }
            }
        }
        if (kept.isEmpty()) {
            addPrimaryKey();
        }
        List<TableIndex> live = new ArrayList<>(sayable());
        List<Written> open = new ArrayList<>();
        for (Written one : written) {
            TableIndex former = one.described();
            if (former != null && !take(live, index -> agreement.on(table, index, former), one, true)) {
                open.add(one);
            }
        }
        for (Written one : open) {
            TableIndex former = Objects.requireNonNull(one.described());
            take(
                    live,
                    index ->
                            index.kind() == former.kind() && index.columnNames().equals(former.columnNames()),
                    one,
                    false);
        }
        live.forEach(this::add);
    }

    private boolean take(List<TableIndex> live, Predicate<TableIndex> fits, Written one, boolean same) {
        Optional<TableIndex> found = live.stream().filter(fits).findFirst();
        found.ifPresent(index -> {
            live.remove(index);
            boolean onField = one.index().fromField();
            kept.put(
                    one.attribute(),
                    same
                            ? one.attribute().source()
                            : text.index(table, index, one.index().clientName(), onField));
            if (onField) {
                uniqueFields.add(one.index().fields().get(0).name());
            }
        });
        return found.isPresent();
    }

    private List<Written> written(Model model, Block block, Table described) {
        List<Written> written = new ArrayList<>();
        int next = 0;
        for (Index index : model.indexes()) {
            TableIndex counterpart = null;
            if (index.kind() != Index.Kind.PRIMARY_KEY) {
                counterpart = described.indexes().get(next++);
            }
            Set<Attribute> taken = new HashSet<>();
            written.forEach(one -> taken.add(one.attribute()));
            TableIndex found = counterpart;
            candidates(block, index).stream()
                    .filter(attribute -> attribute.isNamed(word(index)) && !taken.contains(attribute))
                    .findFirst()
                    .ifPresent(attribute -> written.add(new Written(attribute, index, found)));
        }
        return written;
    }

    /** The attributes of the field or of the block, which are in the order of the model's indexes of one kind. */
    private static List<Attribute> candidates(Block block, Index index) {
        if (!index.fromField()) {
            return block.attributes();
        }
        String field = index.fields().get(0).name();
        return block.fields().stream()
                .filter(declaration -> declaration.name().text().equals(field))
                .findFirst()
                .map(FieldDeclaration::attributes)
                .orElse(List.of());
    }

    private static String word(Index index) {
        return switch (index.kind()) {
            case PRIMARY_KEY -> "id";
            case UNIQUE -> "unique";
            case INDEX -> "index";
            case FULLTEXT -> "fulltext";
        };
    }

    /** Adds all keys of the table. */
    void addAll() {
        addPrimaryKey();
        sayable().forEach(this::add);
    }

    private void addPrimaryKey() {
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            boolean onField = key.columns().size() == 1;
            put(key.columnNames(), onField, text.primaryKey(table, key, null, onField));
        }
    }

    private List<TableIndex> sayable() {
        return table.indexes().stream().filter(text::canSay).toList();
    }

    /** One field has at most one {@code @unique}; any further one belongs to the block. */
    private void add(TableIndex index) {
        boolean onField = index.isUnique()
                && index.columns().size() == 1
                && uniqueFields.add(
                        names.field(table.name(), index.columnNames().get(0)));
        put(index.columnNames(), onField, text.index(table, index, null, onField));
    }

    private void put(List<String> columns, boolean onField, String attribute) {
        if (onField) {
            String field = names.field(table.name(), columns.get(0));
            onFields.computeIfAbsent(field, name -> new ArrayList<>()).add(attribute);
        } else {
            onBlock.add(attribute);
        }
    }

    /** What stands in place of an attribute now; empty if it has to go. */
    Optional<String> kept(Attribute attribute) {
        return Optional.ofNullable(kept.get(attribute));
    }

    /** The attributes that a field needs besides those that it has. */
    List<String> newOn(String field) {
        return onFields.getOrDefault(field, List.of());
    }

    /** The attributes that the block needs besides those that it has. */
    List<String> newOnBlock() {
        return onBlock;
    }
}
