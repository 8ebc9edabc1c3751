package dev.ephemint.server.settings;

import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.Secret;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All settings, checked. Component names are property names in Java's spelling.
 *
 * @param upstream the only upstream, or the first of {@code upstreams}
 * @param upstreams in the order in which they are tried; empty if properties describe the only one
 */
public record Settings(
        @Valid ServerSettings server,
        @Valid UpstreamSettings upstream,
        @Valid OpenAiSettings openai,
        @Valid AzureSettings azure,
        @Valid MintSettings mint,
        @Valid AdmissionSettings admission,
        @Valid AuditSettings audit,
        AuthSettings auth,
        @Valid SealedSettings sealed,
        PageSettings page,
        LogSettings log,
        @Valid MetricsSettings metrics,
        @Valid TracingSettings tracing,
        List<NamedUpstream> upstreams,
        ConfigSections sections) {

    public Settings {
        upstreams = List.copyOf(upstreams);
    }

    /** The same for another dialect. */
    public Settings withDialect(DialectName dialect) {
        return with(upstream.withDialect(dialect), openai, azure, upstreams);
    }

    /** The same with this one as its only upstream. */
    public Settings at(NamedUpstream named) {
        return with(named.upstream(), named.openai(), named.azure(), List.of(named));
    }

    /** The same with these to choose from. */
    public Settings withUpstreams(List<NamedUpstream> named) {
        return with(upstream, openai, azure, named);
    }

    private Settings with(
            UpstreamSettings only, OpenAiSettings ofOpenAi, AzureSettings ofAzure, List<NamedUpstream> named) {
        return new Settings(
                server, only, ofOpenAi, ofAzure, mint, admission, audit, auth, sealed, page, log, metrics, tracing,
                named, sections);
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
        for (Secret secret : secrets().flatMap(Optional::stream).toList()) {
            redactor = secret.addTo(redactor);
        }
        return redactor;
    }

    private Stream<Optional<Secret>> secrets() {
        Stream<Optional<Secret>> ofUpstreams = upstreams.stream()
                .flatMap(named ->
                        Stream.of(named.openai().apiKey(), named.azure().apiKey()));
        Stream<Optional<Secret>> others = Stream.of(
                openai.apiKey(), azure.apiKey(), admission.redisPassword(), audit.endUserKey(), auth.pepper());
        return Stream.concat(ofUpstreams, others);
    }
}
