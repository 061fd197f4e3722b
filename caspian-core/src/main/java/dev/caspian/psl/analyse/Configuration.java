package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Provider;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Generator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the datasource and the generators say.
 *
 * @param datasource the datasource, or null
 * @param namespacesSpan where {@code schemas} stands, or null
 * @param extensionsSpan where {@code extensions} stands, or null
 * @param extensionSpans where each extension stands, by its name
 * @param previewFeatures the features that some generator switches on
 */
public record Configuration(
        @Nullable Datasource datasource,
        @Nullable Span namespacesSpan,
        @Nullable Span extensionsSpan,
        List<ExtensionUse> extensionSpans,
        List<Generator> generators,
        Set<PreviewFeature> previewFeatures) {

    static final Configuration EMPTY = new Configuration(null, null, null, List.of(), List.of(), Set.of());

    public Configuration {
        extensionSpans = List.copyOf(extensionSpans);
        generators = List.copyOf(generators);
        previewFeatures = Set.copyOf(previewFeatures);
    }

    /** An extension's name, where it stands. */
    public record ExtensionUse(String name, Span span) {}

    public Optional<Provider> provider() {
        return Optional.ofNullable(datasource).map(Datasource::provider);
    }

    /** What a schema may say with this configuration's provider. */
    public ProviderTraits traits() {
        return ProviderTraits.of(provider().orElse(null));
    }

    public boolean has(PreviewFeature feature) {
        return previewFeatures.contains(feature);
    }

    /** Whether relations have foreign keys in the database. */
    public boolean foreignKeys() {
        return datasource == null || datasource.foreignKeys();
    }
}
