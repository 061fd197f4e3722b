package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.provider.Provider;
import dev.caspian.psl.analyse.Configuration.ExtensionUse;
import dev.caspian.psl.analyse.PropertySet.Setting;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.Name;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Datasource.Extension;
import dev.caspian.schema.Datasource.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code datasource} block.
 *
 * <p>Prisma 7 moved the URLs into a configuration file in TypeScript. There is none here, so they stay possible in the
 * schema, as in Prisma 6.
 */
final class DatasourceReader {

    private final Block block;
    private final PropertySet properties;
    private final Diagnostics diagnostics;

    private DatasourceReader(Block block, PropertySet properties, Diagnostics diagnostics) {
        this.block = block;
        this.properties = properties;
        this.diagnostics = diagnostics;
    }

    /** A datasource, with the places that later rules report. */
    record ReadDatasource(
            Datasource datasource,
            @Nullable Span namespacesSpan,
            @Nullable Span extensionsSpan,
            List<ExtensionUse> extensions) {}

    /** Reads the block. Empty if so much is wrong that there is no telling what it means. */
    static Optional<ReadDatasource> read(Block block, Diagnostics diagnostics) {
        return PropertySet.open(block, diagnostics)
                .flatMap(properties -> new DatasourceReader(block, properties, diagnostics).read());
    }

    private Optional<ReadDatasource> read() {
        Optional<Provider> provider = provider();
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        boolean foreignKeys = foreignKeys();
        Optional<Setting> extensions =
                provider.get().traits().can(Capability.EXTENSIONS) ? properties.take("extensions") : Optional.empty();
        List<ExtensionReader.ReadExtension> readExtensions = extensions
                .map(setting -> ExtensionReader.read(setting.value(), diagnostics))
                .orElse(List.of());
        Urls urls = urls();
        properties
                .take("previewFeatures")
                .ifPresent(setting -> diagnostics.add(ConfigurationRule.PREVIEW_FEATURES_IN_DATASOURCE.at(
                        setting.property().span())));
        Optional<Setting> schemas = properties.take("schemas");
        List<String> namespaces =
                schemas.map(setting -> namespaces(setting, provider.get())).orElse(List.of());
        for (Setting unknown : properties.rest()) {
            Name key = unknown.property().key();
            diagnostics.add(ConfigurationRule.UNKNOWN_PROPERTY.at(key.span(), key));
        }
        List<Extension> declared = readExtensions.stream()
                .map(ExtensionReader.ReadExtension::extension)
                .toList();
        Datasource datasource = new Datasource(
                block.name().text(),
                provider.get(),
                urls.url(),
                urls.directUrl(),
                urls.shadowDatabaseUrl(),
                foreignKeys,
                namespaces,
                declared);
        return Optional.of(new ReadDatasource(
                datasource,
                schemas.map(setting -> setting.value().span()).orElse(null),
                extensions.map(setting -> setting.property().span()).orElse(null),
                readExtensions.stream()
                        .map(read -> new ExtensionUse(read.extension().name(), read.span()))
                        .toList()));
    }

    private Optional<Provider> provider() {
        Optional<Setting> setting = properties.take("provider");
        if (setting.isEmpty()) {
            diagnostics.add(
                    ConfigurationRule.MISSING_PROPERTY.at(block.name().span(), "datasource", block.name(), "provider"));
            return Optional.empty();
        }
        Expression value = setting.get().value();
        if (value instanceof FunctionCall call && call.name().equals("env")) {
            diagnostics.add(
                    ConfigurationRule.PROVIDER_FROM_ENVIRONMENT.at(block.name().span()));
            return Optional.empty();
        } else if (!(value instanceof StringLiteral string)) {
            diagnostics.add(ConfigurationRule.PROVIDER_NOT_A_STRING.at(value.span()));
            return Optional.empty();
        } else if (string.value().isEmpty()) {
            diagnostics.add(ConfigurationRule.EMPTY_PROVIDER.at(value.span()));
            return Optional.empty();
        } else {
            Optional<Provider> provider = Provider.named(string.value());
            if (provider.isEmpty()) {
                diagnostics.add(ConfigurationRule.UNKNOWN_PROVIDER.at(value.span(), string.value()));
            }
            return provider;
        }
    }

    private boolean foreignKeys() {
        Optional<Setting> mode = properties.take("relationMode");
        Optional<Setting> oldMode = properties.take("referentialIntegrity");
        if (oldMode.isPresent()) {
            Span span = oldMode.get().property().span();
            diagnostics.add(ConfigurationRule.OLD_RELATION_MODE.at(span));
            if (mode.isPresent()) {
                diagnostics.add(ConfigurationRule.RELATION_MODE_TWICE.at(span));
                return true;
            }
        }
        Optional<String> written =
                mode.or(() -> oldMode).flatMap(setting -> Values.string(setting.value(), diagnostics));
        if (written.isEmpty()) {
            return true;
        }
        return switch (written.get()) {
            case "foreignKeys" -> true;
            case "prisma" -> false;
            default -> {
                diagnostics.add(
                        ConfigurationRule.UNKNOWN_RELATION_MODE.at(block.name().span(), written.get()));
                yield true;
            }
        };
    }

    private record Urls(
            @Nullable Text url,
            @Nullable Text directUrl,
            @Nullable Text shadowDatabaseUrl) {}

    private Urls urls() {
        Optional<Setting> url = properties.take("url");
        Optional<Setting> directUrl = properties.take("directUrl");
        Text main = text(url);
        Text direct = text(directUrl);
        Text shadow = properties
                .takeText("shadowDatabaseUrl")
                .filter(text -> !text.equals(new Text.Literal("")))
                .orElse(null);
        checkShadow(shadow, directUrl, direct);
        checkShadow(shadow, url, main);
        return new Urls(main, direct, shadow);
    }

    private @Nullable Text text(Optional<Setting> setting) {
        return setting.flatMap(given -> PropertySet.text(given.value(), diagnostics))
                .orElse(null);
    }

    private void checkShadow(@Nullable Text shadow, Optional<Setting> setting, @Nullable Text text) {
        if (shadow != null && setting.isPresent() && shadow.equals(text)) {
            diagnostics.add(ConfigurationRule.SHADOW_IS_DATABASE.at(
                    setting.get().value().span(), setting.get().property().key()));
        }
    }

    private List<String> namespaces(Setting setting, Provider provider) {
        Span span = setting.value().span();
        if (!provider.traits().can(Capability.NAMESPACES)) {
            diagnostics.add(ConfigurationRule.NAMESPACES_UNSUPPORTED.at(
                    span, provider.traits().displayName()));
            return List.of();
        }
        Optional<List<StringLiteral>> names = Values.array(
                setting.value(),
                (value, found) -> value instanceof StringLiteral string
                        ? Optional.of(string)
                        : Values.mismatch("string in quotes", value, found),
                diagnostics);
        if (names.isEmpty()) {
            return List.of();
        }
        if (names.get().isEmpty()) {
            diagnostics.add(ConfigurationRule.EMPTY_NAMESPACES.at(span));
        }
        List<String> sorted =
                names.get().stream().map(StringLiteral::value).sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                diagnostics.add(ConfigurationRule.DUPLICATE_NAMESPACE.at(span, sorted.get(i)));
            }
        }
        return sorted.stream().distinct().toList();
    }
}
