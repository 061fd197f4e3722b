package dev.caspian.jdbc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as PostgreSQL sends them in its binary format: microseconds since the beginning of 2000, for columns with
 * a time zone in UTC. Stateless.
 */
final class PostgresqlTimestamp {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS = 1_000_000;

    /** Years 1 to 9999. The infinities are far beyond, and so is the text that has as many bytes: "infinity". */
    private static final long LEAST = (Instant.parse("0001-01-01T00:00:00Z").getEpochSecond() - EPOCH) * MICROS;

    private static final long MOST = (Instant.parse("9999-12-31T00:00:00Z").getEpochSecond() - EPOCH) * MICROS;

    private PostgresqlTimestamp() {}

    /** The point in time, or null where the driver has to read it: another format, infinity, or unusually far away. */
    static @Nullable Instant instant(byte[] sent) {
        if (sent.length != Long.BYTES) {
            return null;
        }
        long micros = (long) LONG.get(sent, 0);
        if (micros < LEAST || micros > MOST) {
            return null;
        }
        return Instant.ofEpochSecond(EPOCH + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
