package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.TlsFiles;
import dev.ephemint.server.settings.TlsIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Reads the certificate and key that https is served with. No problem that it reports shows any of the key. */
public final class TlsReader {

    private static final Property CERTIFICATE = Property.SERVER_TLS_CERTIFICATE_FILE;
    private static final Property AUTHORITIES = Property.SERVER_TLS_CLIENT_CA_FILE;
    private static final Property KEY = Property.SERVER_TLS_KEY_FILE;

    private final Values values;
    private final Problems problems;

    TlsReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /**
     * Reads the same files again.
     *
     * @throws BadSettingsException if they cannot be used
     */
    public static TlsMaterial read(TlsFiles files) {
        Map<Property, String> paths = new EnumMap<>(Property.class);
        paths.put(CERTIFICATE, files.certificate().toString());
        paths.put(KEY, files.key().toString());
        files.clientAuthorities().ifPresent(file -> paths.put(AUTHORITIES, file.toString()));
        Problems problems = new Problems();
        TlsReader reader = new TlsReader(new Values(paths, problems), problems);
        Optional<TlsIdentity> identity = reader.read();
        List<X509Certificate> authorities = reader.clientAuthorities();
        problems.throwIfAny();
        return new TlsMaterial(identity.orElseThrow(), authorities);
    }

    /** What the files hold. */
    public record TlsMaterial(TlsIdentity identity, List<X509Certificate> clientAuthorities) {

        public TlsMaterial {
            clientAuthorities = List.copyOf(clientAuthorities);
        }

        public SSLContext context() {
            return identity.context(clientAuthorities);
        }
    }

    /** Empty if plain http is served. */
    Optional<TlsFiles> files() {
        return path(CERTIFICATE)
                .flatMap(certificate -> path(KEY).map(key -> new TlsFiles(certificate, key, path(AUTHORITIES))));
    }

    private Optional<Path> path(Property file) {
        try {
            return values.optional(file).map(Path::of);
        } catch (InvalidPathException reported) {
            return Optional.empty();
        }
    }

    /** Empty if plain http is served, or if there is a problem. */
    Optional<TlsIdentity> read() {
        if (values.isSet(CERTIFICATE) != values.isSet(KEY)) {
            Property missing = values.isSet(KEY) ? CERTIFICATE : KEY;
            Property given = values.isSet(KEY) ? KEY : CERTIFICATE;
            problems.add(missing, "is not set, but " + given.key() + " is: https needs both");
        }
        Optional<List<X509Certificate>> chain = content(CERTIFICATE).flatMap(pem -> chain(CERTIFICATE, pem));
        Optional<String> key = content(KEY);
        return chain.flatMap(certificates -> key.flatMap(pem -> identity(certificates, pem)));
    }

    /** Empty if no client is asked for a certificate, or if there is a problem. */
    List<X509Certificate> clientAuthorities() {
        if (values.isSet(AUTHORITIES) && !values.isSet(CERTIFICATE)) {
            problems.add(
                    AUTHORITIES,
                    "is set, but " + CERTIFICATE.key() + " is not: clients show certificates on https only");
        }
        return content(AUTHORITIES).flatMap(pem -> chain(AUTHORITIES, pem)).orElse(List.of());
    }

    private Optional<String> content(Property file) {
        return values.optional(file).flatMap(name -> {
            try {
                // Any bytes are text in Latin-1, so that a binary file is reported as what it is not.
                return Optional.of(Files.readString(Path.of(name), StandardCharsets.ISO_8859_1));
            } catch (IOException | InvalidPathException unreadable) {
                problems.add(file, "cannot read file " + name);
                return Optional.empty();
            }
        });
    }

    private Optional<List<X509Certificate>> chain(Property file, String pem) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!chain.isEmpty()) {
                return Optional.of(chain);
            }
        } catch (CertificateException malformed) {
            // Reported below.
        }
        problems.add(file, "holds no PEM certificate: " + values.text(file));
        return Optional.empty();
    }

    private Optional<TlsIdentity> identity(List<X509Certificate> chain, String pem) {
        try {
            return Optional.of(
                    new TlsIdentity(PemKey.of(pem).matching(chain.get(0).getPublicKey()), chain));
        } catch (IllegalArgumentException refused) {
            problems.add(KEY, refused.getMessage() + ": " + values.text(KEY));
            return Optional.empty();
        }
    }
}
