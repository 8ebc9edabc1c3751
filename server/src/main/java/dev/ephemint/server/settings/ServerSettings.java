package dev.ephemint.server.settings;

import dev.ephemint.server.settings.network.ProxySettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The listener, and the host names that requests may use.
 *
 * @param maxRequests how many are handled at once
 * @param maxConnections how many are open at once
 * @param bodyTimeout for the whole body of a request
 * @param minBodyRate bytes per second at which a body must arrive
 * @param requestTimeout for a request, from its arrival to its response
 * @param corsOrigins whose pages may call the service and read its responses
 * @param proxies that are believed where a request comes from
 * @param stopDelay how long requests are still accepted after readiness has fallen
 * @param tls with what https is served; empty: plain http
 * @param tlsFiles where {@code tls} and {@code clientAuthorities} are from
 * @param clientAuthorities who may have issued a client's certificate; none: no client is asked for one
 */
public record ServerSettings(
        String host,

        @Min(0) @Max(65_535) int port,
        @Min(1024) @Max(16_777_216) int maxRequestBytes,
        @Min(1) @Max(100_000) int maxRequests,
        @Min(16) @Max(1_000_000) int maxConnections,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 5, message = "must be at most PT5M")
        Duration bodyTimeout,

        @Min(0) int minBodyRate,

        @DurationMin(millis = 1, message = POSITIVE) @DurationMax(minutes = 5, message = "must be at most PT5M")
        Duration requestTimeout,

        List<String> allowedHosts,
        List<String> corsOrigins,
        ProxySettings proxies,

        @DurationMin(message = "must not be negative") @DurationMax(minutes = 5, message = "must be at most PT5M")
        Duration stopDelay,

        Optional<TlsFiles> tlsFiles,
        Optional<TlsIdentity> tls,
        List<X509Certificate> clientAuthorities) {

    private static final String POSITIVE = "must be greater than zero";

    public ServerSettings {
        allowedHosts =
                allowedHosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        corsOrigins = List.copyOf(corsOrigins);
        clientAuthorities = List.copyOf(clientAuthorities);
    }
}
