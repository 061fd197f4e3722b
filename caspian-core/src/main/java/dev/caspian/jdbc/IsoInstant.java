package dev.caspian.jdbc;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as SQLite has them.
 *
 * <p>Written by hand for the one form that is written, {@code 2024-01-31T12:34:56.789+00:00}: java.time's formatter
 * takes six times as long, which is felt when thousands of rows are read.
 */
final class IsoInstant {

    private static final int OFFSET = "2024-01-31T12:34:56.789".length();
    private static final byte[] UTC = "+00:00".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = OFFSET + UTC.length;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** {@code CURRENT_TIMESTAMP}, and whatever else of ISO 8601 a person may have written. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoInstant() {}

    /** Whether the year has four digits and no sign, so that texts sort as the points in time do. */
    static boolean sorts(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    /** The text of a point in time that {@link #sorts}, cut to milliseconds: every text is as long as the others. */
    static String format(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        char[] text = "0000-00-00T00:00:00.000+00:00".toCharArray();
        digits(text, 0, 4, utc.getYear());
        digits(text, 5, 2, utc.getMonthValue());
        digits(text, 8, 2, utc.getDayOfMonth());
        digits(text, 11, 2, utc.getHour());
        digits(text, 14, 2, utc.getMinute());
        digits(text, 17, 2, utc.getSecond());
        digits(text, 20, 3, utc.getNano() / 1_000_000);
        return new String(text);
    }

    private static void digits(char[] text, int start, int length, int value) {
        int rest = value;
        for (int i = start + length - 1; i >= start; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** The point in time of a text in the form that is written, or null where it has another one. */
    static @Nullable Instant written(byte[] text) {
        if (text.length != LENGTH || !Arrays.equals(text, OFFSET, LENGTH, UTC, 0, UTC.length) || text[10] != 'T') {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 2),
                            number(text, 8, 2),
                            number(text, 11, 2),
                            number(text, 14, 2),
                            number(text, 17, 2),
                            number(text, 20, 3) * 1_000_000)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The point in time of a text in whatever form, or null where it is none. */
    static @Nullable Instant parse(String text) {
        try {
            if (text.indexOf('-', 1) < 0) {
                return Instant.ofEpochMilli(new BigDecimal(text).toBigInteger().longValueExact());
            }
            TemporalAccessor parsed =
                    LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : parsed instanceof LocalDateTime local
                            ? local.toInstant(ZoneOffset.UTC)
                            : LocalDate.from(parsed)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static int number(byte[] text, int start, int length) {
        int number = 0;
        for (int i = start; i < start + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("No digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
