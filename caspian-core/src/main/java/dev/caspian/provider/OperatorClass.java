package dev.caspian.provider;

import static dev.caspian.provider.IndexAlgorithm.BRIN;
import static dev.caspian.provider.IndexAlgorithm.GIN;
import static dev.caspian.provider.IndexAlgorithm.GIST;
import static dev.caspian.provider.IndexAlgorithm.SP_GIST;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operator class of PostgreSQL that the schema language knows by name.
 *
 * @param prismaName the name behind {@code ops:}
 * @param sqlName the name in SQL
 * @param algorithms the index algorithms that have it
 * @param nativeTypes the native types that it can index
 * @param scalarType the type whose columns it can index if no native type is chosen, or null if one must be
 * @see <a href="https://www.postgresql.org/docs/current/indexes-opclass.html">Operator classes</a>
 */
public record OperatorClass(
        String prismaName,
        String sqlName,
        List<IndexAlgorithm> algorithms,
        List<String> nativeTypes,
        @Nullable ScalarType scalarType) {

    /** Those that are the default wherever they can be. */
    private static final Set<String> DEFAULTS = Set.of("JsonbOps", "ArrayOps", "TextOps", "InetInclusionOps");

    private static final Map<String, OperatorClass> ALL = new LinkedHashMap<>();

    static {
        add("InetOps", "inet_ops", List.of(GIST, SP_GIST), List.of("Inet"), null);
        add("JsonbOps", "jsonb_ops", List.of(GIN), List.of("JsonB"), ScalarType.JSON);
        add("JsonbPathOps", "jsonb_path_ops", List.of(GIN), List.of("JsonB"), ScalarType.JSON);
        add("ArrayOps", "array_ops", List.of(GIN), List.of(), null);
        add("TextOps", "text_ops", List.of(SP_GIST), List.of("Text", "VarChar", "Char"), ScalarType.STRING);

        brin("Bit", "bit", null, List.of("Bit"), "MinMax");
        brin("VarBit", "varbit", null, List.of("VarBit"), "MinMax");
        brin("Bpchar", "bpchar", null, List.of("Char"), "Bloom", "MinMax");
        brin("Bytea", "bytea", ScalarType.BYTES, List.of("ByteA"), "Bloom", "MinMax");
        brin("Date", "date", null, List.of("Date"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Float4", "float4", null, List.of("Real"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Float8", "float8", ScalarType.FLOAT, List.of("DoublePrecision"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Inet", "inet", null, List.of("Inet"), "Inclusion", "Bloom", "MinMax", "MinMaxMulti");
        brin("Int2", "int2", null, List.of("SmallInt"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Int4", "int4", ScalarType.INT, List.of("Integer"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Int8", "int8", ScalarType.BIG_INT, List.of("BigInt"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Numeric", "numeric", ScalarType.DECIMAL, List.of("Decimal"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Oid", "oid", null, List.of("Oid"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Text", "text", ScalarType.STRING, List.of("Text", "VarChar"), "Bloom", "MinMax");
        brin("Timestamp", "timestamp", ScalarType.DATE_TIME, List.of("Timestamp"), "Bloom", "MinMax", "MinMaxMulti");
        brin("TimestampTz", "timestamptz", null, List.of("Timestamptz"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Time", "time", null, List.of("Time"), "Bloom", "MinMax", "MinMaxMulti");
        brin("TimeTz", "timetz", null, List.of("Timetz"), "Bloom", "MinMax", "MinMaxMulti");
        brin("Uuid", "uuid", null, List.of("Uuid"), "Bloom", "MinMax", "MinMaxMulti");
    }

    public OperatorClass {
        algorithms = List.copyOf(algorithms);
        nativeTypes = List.copyOf(nativeTypes);
    }

    /** The class of this name; empty if the schema language does not know it. */
    public static Optional<OperatorClass> named(String prismaName) {
        return Optional.ofNullable(ALL.get(prismaName));
    }

    /** The class of this name in SQL; empty if the schema language has no name for it. */
    public static Optional<OperatorClass> ofSql(String sqlName) {
        return ALL.values().stream()
                .filter(known -> known.sqlName.equals(sqlName))
                .findFirst();
    }

    /** Whether some class of {@code algorithm} can index columns of {@code nativeType}. */
    public static boolean existsFor(IndexAlgorithm algorithm, String nativeType) {
        return ALL.values().stream()
                .anyMatch(known -> known.algorithms.contains(algorithm) && known.nativeTypes.contains(nativeType));
    }

    /** Whether an index of {@code algorithm} has this class where it names none. */
    public boolean isDefaultOf(IndexAlgorithm algorithm) {
        return (algorithms.contains(algorithm) && DEFAULTS.contains(prismaName))
                || (algorithm == BRIN && prismaName.endsWith("MinMaxOps") && !prismaName.startsWith("Inet"))
                || (algorithm == SP_GIST && prismaName.equals("InetOps"));
    }

    private static void brin(
            String prefix, String sqlPrefix, @Nullable ScalarType scalar, List<String> nativeTypes, String... kinds) {
        for (String kind : kinds) {
            String sqlKind = kind.toLowerCase(Locale.ROOT).replace("minmaxmulti", "minmax_multi");
            add(prefix + kind + "Ops", sqlPrefix + "_" + sqlKind + "_ops", List.of(BRIN), nativeTypes, scalar);
        }
    }

    private static void add(
            String name,
            String sqlName,
            List<IndexAlgorithm> algorithms,
            List<String> nativeTypes,
            @Nullable ScalarType scalar) {
        ALL.put(name, new OperatorClass(name, sqlName, algorithms, nativeTypes, scalar));
    }
}
