package dev.ephemint.server.settings.reader;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as PEM files hold it (RFC 7468), in the form that the JDK reads: PKCS#8. */
final class PemKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?)PRIVATE KEY-----([^-]*)-----END \\1PRIVATE KEY-----");

    private static final byte[] SAMPLE = {1};

    private final byte[] encoded;

    private PemKey(byte[] encoded) {
        this.encoded = encoded;
    }

    /** @throws IllegalArgumentException that says what the text holds instead, and how to convert it */
    static PemKey of(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("holds no PEM private key");
        }
        String kind = block.group(1).strip();
        if (!kind.isEmpty()) {
            throw new IllegalArgumentException(
                    "holds " + (kind.equals("ENCRYPTED") ? "an encrypted key" : kind + " form")
                            + ", not PKCS#8; convert it with openssl pkcs8 -topk8 -nocrypt -in FILE -out NEWFILE");
        }
        try {
            return new PemKey(Base64.getMimeDecoder().decode(block.group(2)));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("holds no PEM private key", malformed);
        }
    }

    /** @throws IllegalArgumentException if the public key is another's */
    PrivateKey matching(PublicKey publicKey) {
        String algorithm = publicKey.getAlgorithm();
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (matches(key, publicKey)) {
                return key;
            }
        } catch (GeneralSecurityException unsuitable) {
            throw new IllegalArgumentException(
                    "holds no " + algorithm + " key, as " + certificate() + " needs", unsuitable);
        }
        throw new IllegalArgumentException("does not belong to the certificate in " + certificate());
    }

    private static String certificate() {
        return Property.SERVER_TLS_CERTIFICATE_FILE.key();
    }

    private static boolean matches(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> publicKey.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(SAMPLE);
        return signature.verify(signed);
    }

    @Override
    public String toString() {
        return "PemKey";
    }
}
