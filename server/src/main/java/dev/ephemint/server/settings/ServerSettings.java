package dev.ephemint.server.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The listener, and the host names that requests may use.
 *
 * @param tls with what https is served; empty: plain http
 * @param clientAuthorities who may have issued a client's certificate; none: no client is asked for one
 */
public record ServerSettings(
        String host,

        @Min(0) @Max(65_535) int port,
        @Min(1024) @Max(16_777_216) int maxRequestBytes,
        List<String> allowedHosts,
        Optional<TlsIdentity> tls,
        List<X509Certificate> clientAuthorities) {

    public ServerSettings {
        allowedHosts =
                allowedHosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        clientAuthorities = List.copyOf(clientAuthorities);
    }
}
