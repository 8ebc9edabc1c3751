package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash by which keys are stored: HMAC-SHA-256 with a pepper that is not in the configuration file. */
public final class KeyHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** Only ever cloned: to look up the algorithm and to hash the pepper takes longer than to hash a key. */
    private final Mac empty;

    public KeyHash(Secret pepper) {
        try {
            this.empty = Mac.getInstance(ALGORITHM);
            empty.init(new SecretKeySpec(pepper.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a JDK without " + ALGORITHM, impossible);
        }
    }

    byte[] of(CallerKey key) {
        try {
            return ((Mac) empty.clone()).doFinal(key.whole().reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("an implementation of " + ALGORITHM + " without copies", impossible);
        }
    }

    /** The hash as the configuration has it. */
    public String hex(CallerKey key) {
        return HexFormat.of().formatHex(of(key));
    }
}
