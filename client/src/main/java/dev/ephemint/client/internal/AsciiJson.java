package dev.ephemint.client.internal;

import java.nio.charset.StandardCharsets;

/**
 * The same JSON in ASCII alone. Generated code decodes an answer in the platform's charset, which on JDK 17 need not be
 * UTF-8; ASCII reads the same in all of them. Beyond ASCII, JSON has only the characters in its strings, and those may be
 * escaped.
 */
public final class AsciiJson {

    private AsciiJson() {}

    public static byte[] of(byte[] json) {
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
