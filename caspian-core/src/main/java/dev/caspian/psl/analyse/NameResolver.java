package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Block.Keyword;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.Name;
import dev.caspian.psl.ast.Property;
import dev.caspian.psl.ast.ValueDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phase 1: which name means which block, and whether each name is one. */
public final class NameResolver {

    /** {@code PrismaClient}, and the words of JavaScript, so that a schema stays usable for Node tools as well. */
    private static final Set<String> RESERVED = Set.of(
            "PrismaClient",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "using",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private final Diagnostics diagnostics;
    private final Map<String, Block> types = new HashMap<>();
    private final Map<String, Block> datasources = new HashMap<>();
    private final Map<String, Block> generators = new HashMap<>();

    private NameResolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether no model, view or enum can have this name, because the language or JavaScript needs it. */
    public static boolean isTaken(String name) {
        return RESERVED.contains(name) || ScalarType.named(name).isPresent();
    }

    /** Returns the models, views, enums and composite types by their names; the last of a name, should it be taken twice. */
    static Map<String, Block> resolve(List<Document> documents, Diagnostics diagnostics) {
        NameResolver resolver = new NameResolver(diagnostics);
        documents.forEach(document -> document.blocks().forEach(resolver::visit));
        return resolver.types;
    }

    private void visit(Block block) {
        Name name = block.name();
        if (ScalarType.named(name.text()).isPresent()) {
            diagnostics.add(NameRule.RESERVED_TYPE_NAME.at(name.span(), name));
        }
        switch (block.keyword()) {
            case MODEL, VIEW -> visitModel(block);
            case ENUM -> visitEnum(block);
            case TYPE -> visitComposite(block);
            case DATASOURCE -> visitConfiguration(block, datasources);
            case GENERATOR -> visitConfiguration(block, generators);
        }
    }

    private void visitModel(Block block) {
        checkName(block.name());
        checkNotReserved(block);
        checkAttributeNames(block.attributes());
        Set<String> names = new HashSet<>();
        for (FieldDeclaration field : block.fields()) {
            checkName(field.name());
            checkAttributeNames(field.attributes());
            checkNewField(block, field, names);
        }
        declare(block, types);
    }

    private void visitEnum(Block block) {
        checkName(block.name());
        checkNotReserved(block);
        checkAttributeNames(block.attributes());
        Set<String> names = new HashSet<>();
        for (ValueDeclaration value : block.values()) {
            checkName(value.name());
            checkAttributeNames(value.attributes());
            if (!names.add(value.name().text())) {
                diagnostics.add(NameRule.DUPLICATE_VALUE.at(value.span(), block.name(), value.name()));
            }
        }
        declare(block, types);
    }

    private void visitComposite(Block block) {
        checkName(block.name());
        Set<String> names = new HashSet<>();
        block.fields().forEach(field -> checkNewField(block, field, names));
        declare(block, types);
    }

    private void visitConfiguration(Block block, Map<String, Block> declared) {
        Set<String> keys = new HashSet<>();
        for (Property property : block.properties()) {
            Name key = property.key();
            if (!keys.add(key.text())) {
                diagnostics.add(NameRule.DUPLICATE_PROPERTY.at(
                        key.span(), key, block.keyword().text(), block.name()));
            }
        }
        declare(block, declared);
    }

    private void declare(Block block, Map<String, Block> declared) {
        Block existing = declared.put(block.name().text(), block);
        if (existing != null) {
            diagnostics.add(NameRule.DUPLICATE_NAME.at(
                    block.name().span(), block.name(), existing.keyword().text()));
        }
    }

    private void checkNewField(Block block, FieldDeclaration field, Set<String> names) {
        if (!names.add(field.name().text())) {
            diagnostics.add(NameRule.DUPLICATE_FIELD.at(
                    field.name().span(), block.name(), block.keyword().text(), field.name()));
        }
    }

    private void checkNotReserved(Block block) {
        if (RESERVED.contains(block.name().text())) {
            String kind =
                    block.keyword() == Keyword.ENUM ? "enum" : block.keyword().text();
            diagnostics.add(NameRule.RESERVED_NAME.at(block.name().span(), block.name(), kind));
        }
    }

    private void checkAttributeNames(List<Attribute> attributes) {
        attributes.forEach(attribute -> checkName(attribute.name()));
    }

    /** What the grammar lets through for the sake of a better message. */
    private void checkName(Name name) {
        if (Character.isDigit(name.text().codePointAt(0))) {
            diagnostics.add(NameRule.STARTS_WITH_NUMBER.at(name.span(), name));
        } else if (name.text().contains("-")) {
            diagnostics.add(NameRule.CONTAINS_DASH.at(name.span(), name));
        }
    }
}
