package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.DatasourceReader.ReadDatasource;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Block.Keyword;
import dev.caspian.schema.Generator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Phase 5: the datasource, and the generators, whose preview features depend on it. */
final class ConfigurationResolver {

    private ConfigurationResolver() {}

    static void resolve(SchemaSymbols symbols, Diagnostics diagnostics) {
        List<Block> datasources = blocks(symbols, Keyword.DATASOURCE);
        List<ReadDatasource> read = new ArrayList<>();
        for (Block block : datasources) {
            DatasourceReader.read(block, diagnostics).ifPresent(read::add);
        }
        if (read.size() > 1) {
            datasources.forEach(block -> diagnostics.add(
                    ConfigurationRule.SEVERAL_DATASOURCES.at(block.name().span())));
        }

        ReadDatasource first = read.isEmpty() ? null : read.get(0);
        ProviderTraits traits =
                ProviderTraits.of(first == null ? null : first.datasource().provider());
        Set<PreviewFeature> features = EnumSet.noneOf(PreviewFeature.class);
        GeneratorReader reader = new GeneratorReader(traits, features, diagnostics);
        List<Generator> generators = new ArrayList<>();
        for (Block block : blocks(symbols, Keyword.GENERATOR)) {
            reader.read(block).ifPresent(generators::add);
        }

        symbols.configuration(
                first == null
                        ? new Configuration(null, null, null, List.of(), generators, features)
                        : new Configuration(
                                first.datasource(),
                                first.namespacesSpan(),
                                first.extensionsSpan(),
                                first.extensions(),
                                generators,
                                features));
    }

    private static List<Block> blocks(SchemaSymbols symbols, Keyword keyword) {
        return symbols.documents().stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.keyword() == keyword)
                .toList();
    }
}
