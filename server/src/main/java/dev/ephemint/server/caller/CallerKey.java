package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key: {@code epk_}, a public id, {@code _}, 160 random bits and a checksum, by which scanners recognize it.
 *
 * @param id by which the configuration names it
 * @param whole the key as its caller sends it
 */
public record CallerKey(String id, Secret whole) {

    private static final String PREFIX = "epk_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{12})_[0-9a-f]{40}([0-9a-f]{8})");
    private static final int CHECKSUM = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new key. */
    public static CallerKey random() {
        return of(hex(6), hex(20));
    }

    static CallerKey of(String id, String secret) {
        String start = PREFIX + id + "_" + secret;
        return new CallerKey(id, new Secret(start + checksum(start)));
    }

    /** Empty if the text is none. */
    static Optional<CallerKey> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                        && checksum(text.substring(0, text.length() - CHECKSUM)).equals(matcher.group(2))
                ? Optional.of(new CallerKey(matcher.group(1), new Secret(text)))
                : Optional.empty();
    }

    /** The key as its caller sends it. */
    public String reveal() {
        return whole.reveal();
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String checksum(String start) {
        CRC32 crc = new CRC32();
        crc.update(start.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @Override
    public String toString() {
        return "CallerKey[" + id + "]";
    }
}
