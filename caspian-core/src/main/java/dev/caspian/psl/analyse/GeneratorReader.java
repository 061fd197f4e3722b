package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.Capability;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.PropertySet.Setting;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.schema.Datasource.Text;
import dev.caspian.schema.Generator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code generator} blocks. */
final class GeneratorReader {

    private static final Set<PreviewFeature> HIDDEN = Set.of(PreviewFeature.REACT_NATIVE);

    private final ProviderTraits traits;
    private final Set<PreviewFeature> features;
    private final Diagnostics diagnostics;

    /**
     * Reads generators beside a datasource.
     *
     * @param features receives the preview features that the generators switch on
     */
    GeneratorReader(ProviderTraits traits, Set<PreviewFeature> features, Diagnostics diagnostics) {
        this.traits = traits;
        this.features = features;
        this.diagnostics = diagnostics;
    }

    /** Reads the block. Empty if it has no usable provider. */
    Optional<Generator> read(Block block) {
        return PropertySet.open(block, diagnostics).flatMap(properties -> read(block, properties));
    }

    private Optional<Generator> read(Block block, PropertySet properties) {
        Optional<Setting> engineType = properties.take("engineType");
        engineType
                .map(Setting::value)
                .filter(value -> !(value instanceof StringLiteral))
                .ifPresent(value -> diagnostics.add(ConfigurationRule.NOT_A_STRING.at(value.span(), value.source())));
        Optional<Setting> provider = properties.take("provider");
        if (provider.isEmpty()) {
            diagnostics.add(
                    ConfigurationRule.MISSING_PROPERTY.at(block.name().span(), "generator", block.name(), "provider"));
            return Optional.empty();
        }
        Optional<Text> runs = PropertySet.text(provider.get().value(), diagnostics);
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Optional<Text> output = properties.takeText("output");
        properties
                .take("binaryTargets")
                .ifPresent(targets -> Values.array(targets.value(), PropertySet::text, diagnostics));
        List<String> previewFeatures =
                properties.take("previewFeatures").map(this::previewFeatures).orElse(List.of());
        Map<String, String> configuration = new LinkedHashMap<>();
        engineType.ifPresent(setting -> configuration.put("engineType", plain(setting.value())));
        properties
                .rest()
                .forEach(setting -> configuration.put(setting.property().key().text(), plain(setting.value())));
        return Optional.of(new Generator(
                block.name().text(),
                plain(runs.get()),
                output.map(GeneratorReader::plain).orElse(null),
                previewFeatures,
                configuration));
    }

    private static String plain(Expression value) {
        return value instanceof StringLiteral string ? string.value() : value.source();
    }

    private static String plain(Text text) {
        return text instanceof Text.Literal literal
                ? literal.value()
                : "env(\"" + ((Text.Environment) text).variable() + "\")";
    }

    private List<String> previewFeatures(Setting setting) {
        List<String> names =
                Values.array(setting.value(), Values::string, diagnostics).orElse(List.of());
        names.forEach(name -> previewFeature(name, setting.value()));
        return names;
    }

    private void previewFeature(String name, Expression place) {
        if (name.equalsIgnoreCase("fullTextSearch") && traits.can(Capability.FULLTEXT_SEARCH_PREVIEW)) {
            PreviewFeature renamed = PreviewFeature.FULL_TEXT_SEARCH_POSTGRES;
            diagnostics.add(ConfigurationRule.RENAMED_PREVIEW_FEATURE.at(place.span(), name, renamed.prismaName()));
            features.add(renamed);
        } else if (PreviewFeature.isGenerallyAvailable(name)) {
            diagnostics.add(ConfigurationRule.AVAILABLE_PREVIEW_FEATURE.at(place.span(), name));
        } else {
            Optional<PreviewFeature> feature = PreviewFeature.named(name).filter(this::exists);
            feature.ifPresent(features::add);
            if (feature.isEmpty()) {
                diagnostics.add(ConfigurationRule.UNKNOWN_PREVIEW_FEATURE.at(place.span(), name, known()));
            }
        }
    }

    private boolean exists(PreviewFeature feature) {
        return feature != PreviewFeature.FULL_TEXT_SEARCH_POSTGRES || traits.can(Capability.FULLTEXT_SEARCH_PREVIEW);
    }

    private String known() {
        return Arrays.stream(PreviewFeature.values())
                .filter(this::exists)
                .filter(feature -> !HIDDEN.contains(feature))
                .map(feature -> "`" + feature.prismaName() + "`")
                .collect(Collectors.joining(", "));
    }
}
