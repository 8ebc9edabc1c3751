package dev.ephemint.server.http.gate;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Encodings in which JSON is saved or sent by mistake, recognized by their first bytes. */
enum Encoding {
    UTF_8_MARK("efbbbf", "starts with a UTF-8 byte order mark (EF BB BF). Use UTF-8 without one"),
    UTF_32_LITTLE("fffe0000", "is UTF-32. Use UTF-8"),
    UTF_32_BIG("0000feff", "is UTF-32. Use UTF-8"),
    UTF_16_LITTLE("fffe", "is UTF-16, little endian (byte order mark FF FE). Use UTF-8"),
    UTF_16_BIG("feff", "is UTF-16, big endian (byte order mark FE FF). Use UTF-8"),
    /** Without a mark: an object begins with an ASCII character, which is half a character here. */
    UTF_16_LITTLE_UNMARKED("7b00", "is UTF-16, little endian. Use UTF-8"),
    UTF_16_BIG_UNMARKED("007b", "is UTF-16, big endian. Use UTF-8"),
    GZIP("1f8b", "is compressed with gzip. Send it uncompressed");

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final byte[] start;

    private final String problem;

    /** @param start in hexadecimal */
    Encoding(String start, String problem) {
        this.start = HexFormat.of().parseHex(start);
        this.problem = problem;
    }

    private static final List<Encoding> ALL = List.of(values());

    /** The encoding's name and the fix, if the bytes are not plain UTF-8. */
    static Optional<String> of(byte[] bytes) {
        for (Encoding encoding : ALL) {
            if (startsWith(bytes, encoding.start)) {
                return Optional.of(encoding.problem);
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
