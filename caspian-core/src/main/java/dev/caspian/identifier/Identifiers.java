package dev.caspian.identifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers from a clock and a source of randomness. Thread-safe if the source is.
 *
 * <p>Cuid and cuid2 follow the published formats of paralleldrive, ulid the specification of ulid.org, nanoid the one of
 * nanoid.org with its URL alphabet, and uuid RFC 9562.
 */
public final class Identifiers {

    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String NANOID = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";
    private static final int CUID_BLOCK = 36 * 36 * 36 * 36;
    private static final int CUID2_LENGTH = 24;

    private final Clock clock;
    private final RandomGenerator random;
    private final String fingerprint;
    private final AtomicInteger counter;

    public Identifiers(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.fingerprint = block(random.nextInt(CUID_BLOCK));
        this.counter = new AtomicInteger(random.nextInt(CUID_BLOCK));
    }

    /** 25 characters: {@code c}, milliseconds, a counter, a fingerprint of the process, and randomness. */
    public String cuid() {
        String time = Long.toString(clock.millis(), 36);
        int count = Math.floorMod(counter.getAndIncrement(), CUID_BLOCK);
        return "c" + time + block(count) + fingerprint + block(random.nextInt(CUID_BLOCK))
                + block(random.nextInt(CUID_BLOCK));
    }

    /** Four digits of base 36. */
    private static String block(int value) {
        String digits = Integer.toString(value, 36);
        return "0".repeat(4 - digits.length()) + digits;
    }

    /** 24 characters, the first of them a letter: a hash, so that it tells nothing about its time and place. */
    public String cuid2() {
        char letter = BASE36.charAt(10 + random.nextInt(26));
        String salt = pick(BASE36, CUID2_LENGTH);
        String source = Long.toString(clock.millis(), 36)
                + salt
                + Integer.toString(counter.getAndIncrement(), 36)
                + fingerprint;
        String hash = new BigInteger(1, sha3(source)).toString(36);
        // The first digit is not evenly distributed.
        return letter + hash.substring(1, CUID2_LENGTH);
    }

    private static byte[] sha3(String text) {
        try {
            return MessageDigest.getInstance("SHA3-512").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK since 9 has SHA3-512", e);
        }
    }

    /** 26 characters: 48 bits of milliseconds and 80 bits of randomness in Crockford's base 32. */
    public String ulid() {
        char[] text = new char[26];
        long time = clock.millis();
        for (int i = 9; i >= 0; i--) {
            text[i] = CROCKFORD.charAt((int) (time & 31));
            time >>>= 5;
        }
        for (int i = 10; i < 26; i++) {
            text[i] = CROCKFORD.charAt(random.nextInt(32));
        }
        return new String(text);
    }

    /** Random characters that need no escaping in a URL. */
    public String nanoid(int length) {
        return pick(NANOID, length);
    }

    private String pick(String alphabet, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return new String(text);
    }

    /** Version 4: random. */
    public UUID uuid4() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        return new UUID(high, variant(random.nextLong()));
    }

    /** Version 7: milliseconds, then randomness. */
    public UUID uuid7() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        return new UUID(high, variant(random.nextLong()));
    }

    private static long variant(long bits) {
        return (bits & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }
}
