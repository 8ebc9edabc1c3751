package dev.ephemint.client.internal;

import java.nio.charset.StandardCharsets;

/**
 * Rewrites JSON in ASCII. Generated code decodes a response in the platform's charset, which on JDK 17 may not be UTF-8;
 * ASCII is the same in all of them. JSON has other characters only in strings, and strings can escape them.
 */
public final class AsciiJson {

    private AsciiJson() {}

    /** The same array if it is ASCII already. */
    public static byte[] of(byte[] json) {
        return isAscii(json) ? json : escaped(json);
    }

    private static boolean isAscii(byte[] json) {
        for (byte b : json) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] escaped(byte[] json) {
        StringBuilder ascii = new StringBuilder(json.length);
        new String(json, StandardCharsets.UTF_8).chars().forEach(character -> {
            if (character < 0x80) {
                ascii.append((char) character);
            } else {
                ascii.append("\\u").append(Integer.toHexString(0x10000 | character), 1, 5);
            }
        });
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
