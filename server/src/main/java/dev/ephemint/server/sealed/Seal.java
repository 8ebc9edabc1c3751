package dev.ephemint.server.sealed;

import dev.ephemint.server.caller.ShownCredentials;
import dev.ephemint.server.mint.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts and authenticates with AES-256-GCM: {@code eps_KEY.BASE64URL}, in which the name of the key is authenticated, too. A
 * random nonce of 96 bits is safe for 2^32 tokens of one key (NIST SP 800-38D, 8.3).
 */
final class Seal {

    private static final Pattern FORM =
            Pattern.compile(Pattern.quote(ShownCredentials.SEALED) + "([A-Za-z0-9]{1,16})\\.([A-Za-z0-9_-]{38,})");

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static Secret seal(byte[] content, SealKeys keys) {
        String name = keys.sealing();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, keys.key(name).orElseThrow(), name, nonce)
                    .doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
            return new Secret(ShownCredentials.SEALED + name + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a JDK without " + ALGORITHM, impossible);
        }
    }

    /** The content; empty if anything is wrong, and nothing says what. */
    static Optional<byte[]> open(Secret sealed, SealKeys keys) {
        Matcher matcher = FORM.matcher(sealed.reveal());
        return matcher.matches()
                ? keys.key(matcher.group(1)).flatMap(key -> open(key, matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    /** Whether it has the form of a sealed token, with the name of a key that is not among these. */
    static boolean isOfUnknownKey(Secret sealed, SealKeys keys) {
        Matcher matcher = FORM.matcher(sealed.reveal());
        return matcher.matches() && keys.key(matcher.group(1)).isEmpty();
    }

    private static Optional<byte[]> open(SecretKey key, String name, String base64) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(base64);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(whole).equals(base64)) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, name, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((ShownCredentials.SEALED + name).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
