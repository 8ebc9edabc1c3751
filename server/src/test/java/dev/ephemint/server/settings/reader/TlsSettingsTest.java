package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.TlsIdentity;
import dev.ephemint.testing.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsSettingsTest {

    private static final String CERTIFICATE = "server.tls-certificate-file";
    private static final String KEY = "server.tls-key-file";

    private final Path directory;

    TlsSettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void readsACertificateWithItsKey(String algorithm) throws Exception {
        SelfSigned made = SelfSigned.in(directory, algorithm);

        TlsIdentity tls = SettingsReader.read(Sources.of(given(made.certificate(), made.key())))
                .server()
                .tls()
                .orElseThrow();

        assertThat(tls.chain().get(0)).isEqualTo(made.trusted());
        assertThat(tls.context(List.of()).getProtocol()).isEqualTo("TLS");
        assertThat(tls).hasToString("TlsIdentity[subject=CN=localhost]");
    }

    @Test
    void rejectsTheKeyOfAnotherCertificate() throws Exception {
        SelfSigned one = SelfSigned.in(Files.createDirectory(directory.resolve("one")), "EC");
        SelfSigned other = SelfSigned.in(Files.createDirectory(directory.resolve("other")), "EC", "other");
        SelfSigned rsa = SelfSigned.in(directory, "RSA");

        assertThat(problems(given(one.certificate(), other.key())))
                .containsExactly(KEY + ": does not belong to the certificate in " + CERTIFICATE + ": " + other.key());
        assertThat(problems(given(one.certificate(), rsa.key())))
                .containsExactly(KEY + ": holds no EC key, as " + CERTIFICATE + " needs: " + rsa.key());
    }

    @Test
    void rejectsUnreadableFiles() {
        Path none = directory.resolve("none.pem");

        assertThat(problems(given(none, none)))
                .containsExactly(CERTIFICATE + ": cannot read file " + none, KEY + ": cannot read file " + none);
    }

    @Test
    void rejectsFilesOfAnotherFormat() throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path binary = Files.write(directory.resolve("binary.pem"), new byte[] {0, (byte) 0xff, 3});

        for (Path wrong : List.of(empty, binary, made.key())) {
            assertThat(problems(given(wrong, made.key())))
                    .containsExactly(CERTIFICATE + ": holds no PEM certificate: " + wrong);
        }
        for (Path wrong : List.of(empty, binary, made.certificate())) {
            assertThat(problems(given(made.certificate(), wrong)))
                    .containsExactly(KEY + ": holds no PEM private key: " + wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA PRIVATE KEY,RSA form", "EC PRIVATE KEY,EC form", "ENCRYPTED PRIVATE KEY,an encrypted key"})
    void explainsHowToConvertOtherFormats(String kind, String named) throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Path other = Files.writeString(
                directory.resolve("other.pem"), Files.readString(made.key()).replace("PRIVATE KEY", kind));

        assertThat(problems(given(made.certificate(), other)))
                .containsExactly(
                        KEY + ": holds " + named + ", not PKCS#8; convert it with openssl pkcs8 -topk8 -nocrypt"
                                + " -in FILE -out NEWFILE: " + other);
    }

    @Test
    void doesNotQuoteAnUnreadableKey() throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Path broken = Files.writeString(
                directory.resolve("broken.pem"),
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----");

        assertThat(problems(given(made.certificate(), broken)).toString())
                .contains("holds no EC key")
                .doesNotContain("c2VjcmV0", "secret");
    }

    @Test
    void requiresCertificateAndKey() throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");

        assertThat(problems(Map.of(CERTIFICATE, made.certificate().toString())))
                .containsExactly(KEY + ": is not set, but " + CERTIFICATE + " is: https needs both");
        assertThat(problems(Map.of(KEY, made.key().toString())))
                .containsExactly(CERTIFICATE + ": is not set, but " + KEY + " is: https needs both");
    }

    /** The rule of loopback is about callers, whom a certificate does not check. */
    @Test
    void changesNothingForListeningBeyondLoopback() throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Map<String, String> given = new java.util.HashMap<>(given(made.certificate(), made.key()));
        given.put("server.host", "0.0.0.0");

        assertThat(problems(given)).singleElement().asString().startsWith("server.host: ");
    }

    private static Map<String, String> given(Path certificate, Path key) {
        return Map.of(CERTIFICATE, certificate.toString(), KEY, key.toString());
    }

    private static List<String> problems(Map<String, String> given) {
        return catchThrowableOfType(BadSettingsException.class, () -> SettingsReader.read(Sources.of(given)))
                .problems();
    }
}
