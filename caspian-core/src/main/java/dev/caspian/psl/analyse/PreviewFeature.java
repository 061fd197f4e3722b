package dev.caspian.psl.analyse;

import dev.caspian.schema.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A feature that a generator can switch on before it is generally available. */
public enum PreviewFeature {
    FULL_TEXT_SEARCH_POSTGRES("fullTextSearchPostgres"),
    NATIVE_DISTINCT("nativeDistinct"),
    PARTIAL_INDEXES("partialIndexes"),
    POSTGRESQL_EXTENSIONS("postgresqlExtensions"),
    REACT_NATIVE("reactNative"),
    RELATION_JOINS("relationJoins"),
    SCHEMA_ENGINE_DRIVER_ADAPTERS("schemaEngineDriverAdapters"),
    SHARD_KEYS("shardKeys"),
    STRICT_UNDEFINED_CHECKS("strictUndefinedChecks"),
    TYPED_SQL("typedSql"),
    VIEWS("views");

    /** Features of old that are part of the language now, in lower case. */
    private static final Set<String> GENERALLY_AVAILABLE = Set.of(
            "aggregateapi",
            "atomicnumberoperations",
            "clientextensions",
            "cockroachdb",
            "connectorcreate",
            "createmany",
            "dataproxy",
            "deno",
            "distinct",
            "driveradapters",
            "extendedindexes",
            "extendedwhereunique",
            "fieldreference",
            "filteredrelationcount",
            "filterjson",
            "fulltextindex",
            "fulltextsearch",
            "groupby",
            "improvedqueryraw",
            "interactivetransactions",
            "jsonprotocol",
            "microsoftsqlserver",
            "middlewares",
            "mongodb",
            "multischema",
            "namedconstraints",
            "napi",
            "nativetypes",
            "omitapi",
            "orderbyaggregategroup",
            "orderbynulls",
            "orderbyrelation",
            "prismaschemafolder",
            "querycompiler",
            "referentialactions",
            "referentialintegrity",
            "selectrelationcount",
            "tracing",
            "transactionapi",
            "uncheckedscalarinputs");

    private final String prismaName;

    PreviewFeature(String prismaName) {
        this.prismaName = prismaName;
    }

    public String prismaName() {
        return prismaName;
    }

    /** Whether some generator of the schema has switched it on. */
    public boolean isOnIn(Schema schema) {
        return schema.generators().stream()
                .flatMap(generator -> generator.previewFeatures().stream())
                .anyMatch(prismaName::equalsIgnoreCase);
    }

    /** The feature of this name, in whatever case; empty if there is none. */
    static Optional<PreviewFeature> named(String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.prismaName.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether a feature of this name existed and is now always on. */
    static boolean isGenerallyAvailable(String name) {
        return GENERALLY_AVAILABLE.contains(name.toLowerCase(Locale.ROOT));
    }
}
