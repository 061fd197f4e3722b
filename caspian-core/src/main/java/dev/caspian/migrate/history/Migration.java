package dev.caspian.migrate.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One migration as it stands in its folder.
 *
 * @param name the folder's name, {@code <yyyymmddhhmmss>_<slug>}
 * @param script the text of its {@code migration.sql}
 * @param checksum SHA-256 of the file's bytes, in 64 lower-case hexadecimal digits
 */
public record Migration(String name, String script, String checksum) {

    /**
     * A migration from the bytes of its {@code migration.sql}.
     *
     * @throws MigrationException P3015 if they are not in UTF-8
     */
    public static Migration of(String name, byte[] content) {
        try {
            String script = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Migration(name, script, HexFormat.of().formatHex(sha256(content)));
        } catch (CharacterCodingException e) {
            throw HistoryErrors.unreadable(name, e);
        }
    }

    /**
     * Whether a checksum in the history is that of this script. Line ends do not count, because Git may change them; nor
     * do the leading zeros of a byte, which early versions of Prisma left out.
     */
    public boolean hasChecksum(String recorded) {
        if (recorded.equals(checksum)) {
            return true;
        }
        String unix = script.replace("\r\n", "\n");
        byte[] unixSum = sha256(unix.getBytes(StandardCharsets.UTF_8));
        byte[] windowsSum = sha256(unix.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        if (recorded.length() == 64) {
            return recorded.equals(HexFormat.of().formatHex(unixSum))
                    || recorded.equals(HexFormat.of().formatHex(windowsSum));
        }
        return recorded.equals(unpadded(HexFormat.of().parseHex(checksum)))
                || recorded.equals(unpadded(unixSum))
                || recorded.equals(unpadded(windowsSum));
    }

    private static String unpadded(byte[] sum) {
        StringBuilder digits = new StringBuilder();
        for (byte octet : sum) {
            digits.append(String.format(Locale.ROOT, "%x", octet));
        }
        return digits.toString();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
