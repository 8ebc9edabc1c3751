package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash by which keys are stored: HMAC-SHA-256 with a pepper that is not in the configuration file. */
public record KeyHash(Secret pepper) {

    private static final String ALGORITHM = "HmacSHA256";

    byte[] of(CallerKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pepper.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(key.whole().reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a JDK without " + ALGORITHM, impossible);
        }
    }

    /** The hash as the configuration has it. */
    public String hex(CallerKey key) {
        return HexFormat.of().formatHex(of(key));
    }
}
