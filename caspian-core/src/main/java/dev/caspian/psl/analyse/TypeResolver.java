package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Block.Keyword;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.TypeExpression;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Phase 2: what each field is. */
final class TypeResolver {

    private final Map<String, Block> names;
    private final Diagnostics diagnostics;
    private final IdentityHashMap<Block, ModelSymbol> models = new IdentityHashMap<>();
    private final IdentityHashMap<Block, EnumSymbol> enums = new IdentityHashMap<>();
    private final IdentityHashMap<Block, CompositeSymbol> composites = new IdentityHashMap<>();

    private TypeResolver(Map<String, Block> names, Diagnostics diagnostics) {
        this.names = names;
        this.diagnostics = diagnostics;
    }

    static SchemaSymbols resolve(List<Document> documents, Map<String, Block> names, Diagnostics diagnostics) {
        SchemaSymbols symbols = new SchemaSymbols(documents);
        TypeResolver resolver = new TypeResolver(names, diagnostics);
        List<Block> blocks = documents.stream()
                .flatMap(document -> document.blocks().stream())
                .toList();
        blocks.forEach(block -> resolver.declare(block, symbols));
        blocks.forEach(resolver::visit);
        return symbols;
    }

    private void declare(Block block, SchemaSymbols symbols) {
        switch (block.keyword()) {
            case MODEL, VIEW -> symbols.add(models.computeIfAbsent(block, ModelSymbol::new));
            case ENUM -> symbols.add(enums.computeIfAbsent(block, EnumSymbol::new));
            case TYPE -> symbols.add(composites.computeIfAbsent(block, CompositeSymbol::new));
            case DATASOURCE, GENERATOR -> {}
        }
    }

    private void visit(Block block) {
        switch (block.keyword()) {
            case MODEL, VIEW -> visitModel(known(models, block));
            case ENUM -> {
                if (block.values().isEmpty()) {
                    diagnostics.add(NameRule.EMPTY_ENUM.at(block.name().span(), block.name()));
                }
            }
            case TYPE -> visitComposite(known(composites, block));
            case DATASOURCE, GENERATOR -> {}
        }
    }

    private void visitModel(ModelSymbol model) {
        for (FieldDeclaration field : model.syntax().fields()) {
            model.declare(field.name().text());
            Optional<Block> target = block(field).filter(TypeResolver::isModel);
            if (target.isPresent()) {
                model.add(new RelationFieldSymbol(model, field, known(models, target.get())));
            } else {
                columnType(field).ifPresent(type -> model.add(new ScalarFieldSymbol(model, field, type)));
            }
        }
    }

    private void visitComposite(CompositeSymbol composite) {
        for (FieldDeclaration field : composite.syntax().fields()) {
            TypeExpression type = field.wellFormedType();
            if (block(field).filter(TypeResolver::isModel).isPresent()) {
                diagnostics.add(NameRule.MODEL_IN_COMPOSITE.at(type.span(), type.base()));
            } else {
                columnType(field).ifPresent(columnType -> composite.add(field, columnType));
            }
        }
    }

    /** The block that the field's type names. Scalar types win over blocks, whose names are refused anyway. */
    private Optional<Block> block(FieldDeclaration field) {
        TypeExpression type = field.wellFormedType();
        if (type.unsupported() != null || ScalarType.named(type.base().text()).isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(names.get(type.base().text()));
    }

    private Optional<ColumnType> columnType(FieldDeclaration field) {
        TypeExpression type = field.wellFormedType();
        String unsupported = type.unsupported();
        if (unsupported != null) {
            return Optional.of(new ColumnType.Unsupported(unsupported));
        }
        Optional<ScalarType> scalar = ScalarType.named(type.base().text());
        if (scalar.isPresent()) {
            return Optional.of(new ColumnType.Scalar(scalar.get()));
        }
        Optional<Block> block = block(field);
        if (block.isEmpty()) {
            reportUnknown(type);
            return Optional.empty();
        }
        return Optional.of(
                block.get().keyword() == Keyword.ENUM
                        ? new ColumnType.Enumerated(known(enums, block.get()))
                        : new ColumnType.Composite(known(composites, block.get())));
    }

    private void reportUnknown(TypeExpression type) {
        String name = type.base().text();
        Optional<String> similar = Stream.concat(
                        Arrays.stream(ScalarType.values()).map(ScalarType::prismaName),
                        names.keySet().stream().sorted())
                .filter(candidate -> isSimilar(candidate, name))
                .findFirst();
        diagnostics.add(
                similar.isPresent()
                        ? NameRule.UNKNOWN_TYPE_SIMILAR.at(type.base().span(), name, similar.get())
                        : NameRule.UNKNOWN_TYPE.at(type.base().span(), name));
    }

    /** Whether the two differ only in case, or by one letter added, left out or mistaken. */
    private static boolean isSimilar(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return true;
        }
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        if (shorter.length() < 3 || longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
            same++;
        }
        int skip = longer.length() == shorter.length() ? 1 : 0;
        return longer.substring(same + 1).equals(shorter.substring(Math.min(same + skip, shorter.length())));
    }

    private static boolean isModel(Block block) {
        return block.keyword() == Keyword.MODEL || block.keyword() == Keyword.VIEW;
    }

    private static <S> S known(IdentityHashMap<Block, S> symbols, Block block) {
        S symbol = symbols.get(block);
        if (symbol == null) {
            throw new IllegalStateException("The block `" + block.name() + "` was not declared.");
        }
        return symbol;
    }
}
