package dev.ephemint.server.caller;

import dev.ephemint.server.mint.Caller;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The callers that a client certificate identifies. The connection has verified it.
 *
 * @param bySubject by its whole subject
 * @param byName by one of its subject alternative names: a DNS name, a URI or an address of mail
 */
record Certificates(Map<X500Principal, Caller> bySubject, Map<String, Caller> byName) {

    /** RFC 5280, 4.2.1.6: rfc822Name, dNSName and uniformResourceIdentifier. */
    private static final List<Integer> KINDS = List.of(1, 2, 6);

    Certificates {
        bySubject = Map.copyOf(bySubject);
        byName = Map.copyOf(byName);
    }

    Caller check(X509Certificate certificate) {
        return Optional.ofNullable(bySubject.get(certificate.getSubjectX500Principal()))
                .or(() -> names(certificate).stream()
                        .filter(name -> KINDS.contains(name.get(0)))
                        .map(name -> byName.get(String.valueOf(name.get(1))))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElseThrow(() -> new CallerRefusedException(CallerRefusal.NOT_ALLOWED));
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            return Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
        } catch (CertificateParsingException malformed) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
    }
}
