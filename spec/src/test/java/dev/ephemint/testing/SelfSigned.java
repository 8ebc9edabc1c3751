package dev.ephemint.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for localhost, as PEM files. The JDK's keytool makes it once for each JVM: each run of it is a process.
 *
 * @param trusted the certificate
 * @param context a TLS context of the certificate, which trusts it and no other
 */
public record SelfSigned(Path certificate, Path key, Certificate trusted, SSLContext context) {

    /** Protects nothing: the key lives as long as the tests. */
    private static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    private static final Map<String, byte[]> STORES = new HashMap<>();

    /**
     * The same certificate for each test.
     *
     * @param algorithm EC, RSA or Ed25519
     */
    public static SelfSigned in(Path directory, String algorithm)
            throws IOException, InterruptedException, GeneralSecurityException {
        return in(directory, algorithm, "usual");
    }

    /** The certificate of that name, another one for each name. */
    public static SelfSigned in(Path directory, String algorithm, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(store(directory, algorithm, name)), PASSWORD.toCharArray());
        Certificate certificate = keys.getCertificate(ALIAS);
        Key key = keys.getKey(ALIAS, PASSWORD.toCharArray());
        return new SelfSigned(
                pem(directory.resolve(algorithm + "-cert.pem"), "CERTIFICATE", certificate.getEncoded()),
                pem(directory.resolve(algorithm + "-key.pem"), "PRIVATE KEY", key.getEncoded()),
                certificate,
                context(keys));
    }

    private static byte[] store(Path directory, String algorithm, String name)
            throws IOException, InterruptedException {
        synchronized (STORES) {
            byte[] made = STORES.get(algorithm + " " + name);
            if (made == null) {
                Path store = directory.resolve(algorithm + ".p12");
                generate(store, algorithm);
                made = Files.readAllBytes(store);
                Files.delete(store);
                STORES.put(algorithm + " " + name, made);
            }
            return made;
        }
    }

    private static void generate(Path store, String algorithm) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = List.of(
                keytool.toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(printed);
        }
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static Path pem(Path file, String kind, byte[] encoded) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(encoded);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
