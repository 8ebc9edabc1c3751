package dev.ephemint.server.audit;

import dev.ephemint.server.mint.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces an end user by a hash: limits and audit recognise the same one, and do not name it. It may be a mail address.
 *
 * @param key without it, a guessed name can be checked against its hash; all replicas need the same one
 */
public record EndUserHash(Optional<Secret> key) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NO_KEY = "ephemint".getBytes(StandardCharsets.US_ASCII);

    /** 32 hex digits; the same name at another caller has another hash. */
    public String of(String caller, String endUser) {
        return hash(caller + "\n" + endUser);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] secret = key.map(value -> value.reveal().getBytes(StandardCharsets.UTF_8))
                    .orElse(NO_KEY);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return hex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a JDK without " + ALGORITHM, impossible);
        }
    }

    /** 32 hex digits of a text that is no secret to those who see the hash. */
    public static String plain(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a JDK without SHA-256", impossible);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, 16);
    }
}
