package dev.caspian.migrate.desired;

import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what {@code @default(…)} says into the default of a column. Stateless but for the dialect. */
final class ColumnDefaults {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final MigrationDialect dialect;

    ColumnDefaults(MigrationDialect dialect) {
        this.dialect = dialect;
    }

    /** The column's default, or null when the client makes the value or the database counts it. */
    @Nullable ColumnDefault of(DefaultValue value, FieldType type) {
        if (value instanceof DefaultValue.Literal || value instanceof DefaultValue.EnumValue) {
            return literal(value, type);
        }
        if (value instanceof DefaultValue.ListOf list) {
            List<Literal> literals = new ArrayList<>();
            list.values().forEach(element -> literals.add(literal(element, type)));
            return new ColumnDefault.ListOf(literals);
        }
        if (value instanceof DefaultValue.Now) {
            return new ColumnDefault.Now();
        }
        if (value instanceof DefaultValue.DbGenerated generated) {
            return new ColumnDefault.Expression(generated.sql());
        }
        if (value instanceof DefaultValue.Autoincrement && dialect.autoincrementIsDefault()) {
            return new ColumnDefault.UniqueRowId();
        }
        if (value instanceof DefaultValue.Sequence sequence) {
            return new ColumnDefault.Identity(options(sequence));
        }
        return null;
    }

    private static Literal literal(DefaultValue value, FieldType type) {
        if (value instanceof DefaultValue.EnumValue name && type instanceof FieldType.Enumerated enumerated) {
            return new Literal(Kind.ENUM, databaseName(enumerated.type(), name.name()));
        }
        if (value instanceof DefaultValue.Literal literal && type instanceof FieldType.Scalar scalar) {
            return literal(literal.text(), scalar);
        }
        throw new IllegalStateException("The default " + value + " does not fit the type " + type);
    }

    private static String databaseName(EnumType type, String name) {
        return type.values().stream()
                .filter(value -> value.name().equals(name))
                .map(EnumType.Value::databaseName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + type.name() + "` has no value `" + name + "`"));
    }

    private static Literal literal(String text, FieldType.Scalar type) {
        return switch (type.type()) {
            case STRING -> new Literal(Kind.STRING, text);
            case JSON -> new Literal(Kind.JSON, text);
            case BOOLEAN -> new Literal(Kind.BOOLEAN, text);
            case INT, BIG_INT -> new Literal(Kind.NUMBER, new BigInteger(text).toString());
            case FLOAT, DECIMAL -> new Literal(Kind.NUMBER, new BigDecimal(text).toPlainString());
            case BYTES ->
                new Literal(
                        Kind.BYTES, HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
            case DATE_TIME -> new Literal(Kind.DATE_TIME, dateTime(OffsetDateTime.parse(text)));
        };
    }

    /** As Prisma writes it: no fraction, or one of 3, 6 or 9 digits, and the offset behind a blank. */
    private static String dateTime(OffsetDateTime time) {
        String fraction = "";
        int nanos = time.getNano();
        if (nanos != 0) {
            String digits = String.format(Locale.ROOT, "%09d", nanos);
            fraction = "." + (nanos % 1_000_000 == 0 ? digits.substring(0, 3) : fraction(nanos, digits));
        }
        String offset = time.getOffset().getTotalSeconds() == 0
                ? "+00:00"
                : time.getOffset().toString();
        return SECONDS.format(time) + fraction + " " + offset;
    }

    private static String fraction(int nanos, String digits) {
        return nanos % 1000 == 0 ? digits.substring(0, 6) : digits;
    }

    private static String options(DefaultValue.Sequence sequence) {
        List<String> options = new ArrayList<>();
        if (Boolean.TRUE.equals(sequence.virtual())) {
            options.add("VIRTUAL");
        }
        addAboveOne(options, "INCREMENT", sequence.increment());
        addAboveOne(options, "CACHE", sequence.cache());
        addAboveOne(options, "START", sequence.start());
        addAboveOne(options, "MINVALUE", sequence.minValue());
        Long maximum = sequence.maxValue();
        if (maximum != null && maximum != 0 && maximum != Long.MAX_VALUE) {
            options.add("MAXVALUE " + maximum);
        }
        return String.join(" ", options);
    }

    private static void addAboveOne(List<String> options, String name, @Nullable Long value) {
        if (value != null && value > 1) {
            options.add(name + " " + value);
        }
    }
}
