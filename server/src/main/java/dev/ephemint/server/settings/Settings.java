package dev.ephemint.server.settings;

import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings, checked. Component names are property names in Java's spelling. */
public record Settings(
        @Valid ServerSettings server,
        @Valid UpstreamSettings upstream,
        @Valid OpenAiSettings openai,
        @Valid AzureSettings azure,
        @Valid MintSettings mint,
        @Valid AdmissionSettings admission,
        @Valid AuditSettings audit,
        AuthSettings auth,
        PageSettings page,
        LogSettings log,
        @Valid MetricsSettings metrics,
        @Valid TracingSettings tracing,
        ConfigSections sections) {

    /** The same for another dialect. */
    public Settings withDialect(DialectName dialect) {
        return new Settings(
                server,
                upstream.withDialect(dialect),
                openai,
                azure,
                mint,
                admission,
                audit,
                auth,
                page,
                log,
                metrics,
                tracing,
                sections);
    }

    /** As configured; by default only if nothing but this machine can see it, and it can mint: it sends no credential. */
    public boolean servesPage() {
        return page.enabled()
                .orElseGet(() -> !sections.checksCallers()
                        && Loopback.isLoopback(server.host())
                        && server.allowedHosts().stream().allMatch(Loopback::isLoopback));
    }

    /** Hides the configured credentials. */
    public Redactor redactor() {
        Redactor redactor = Redactor.of(List.of());
        for (Secret secret : Stream.of(
                        openai.apiKey(), azure.apiKey(), admission.redisPassword(), audit.endUserKey(), auth.pepper())
                .flatMap(Optional::stream)
                .toList()) {
            redactor = secret.addTo(redactor);
        }
        return redactor;
    }
}
