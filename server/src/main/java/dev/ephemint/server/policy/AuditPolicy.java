package dev.ephemint.server.policy;

import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs one line for each mint: the request and its result, never the token.
 *
 * @param first the only upstream, or the first
 * @param named those that have names, by name
 */
public record AuditPolicy(Logger log, UpstreamLabels first, Map<String, UpstreamLabels> named) implements Policy {

    public AuditPolicy {
        named = Map.copyOf(named);
    }

    /** Of the only upstream. */
    public AuditPolicy(Logger log, String dialect, CredentialHints credential) {
        this(log, new UpstreamLabels(dialect, credential), Map.of());
    }

    @Override
    public Mint around(Mint next) {
        return request -> {
            try {
                MintedToken token = next.mint(request);
                line(Level.INFO, request, token.requestId(), token.connection().upstream())
                        .addKeyValue("expires_at", token.expiresAt().orElse(null))
                        .log("minted");
                return token;
            } catch (MintFailedException failed) {
                failed(request, failed);
                throw failed;
            }
        };
    }

    /** A warning if the operator has something to check. */
    private void failed(MintRequest request, MintFailedException failed) {
        Optional<String> hint =
                FailureHints.of(failed.failure(), labels(failed.upstream()).credential());
        LoggingEventBuilder line = line(
                        hint.isPresent() ? Level.WARN : Level.INFO,
                        request,
                        failed.vendorRequestId().orElse(null),
                        failed.upstream())
                .addKeyValue("failure", failed.failure().getClass().getSimpleName());
        hint.map(text -> line.addKeyValue("hint", text)).orElse(line).log("mint failed");
    }

    private UpstreamLabels labels(Optional<String> upstream) {
        return upstream.flatMap(name -> Optional.ofNullable(named.get(name))).orElse(first);
    }

    private LoggingEventBuilder line(
            Level level, MintRequest request, @Nullable String vendorRequestId, Optional<String> upstream) {
        LoggingEventBuilder line = log.atLevel(level)
                .addKeyValue("dialect", labels(upstream).dialect())
                .addKeyValue("session_type", printable(request.sessionType().orElse("")))
                .addKeyValue(
                        "model",
                        printable(request.transcriptionModel()
                                .or(request::sessionModel)
                                .orElse("")));
        LoggingEventBuilder named =
                upstream.map(name -> line.addKeyValue("upstream", name)).orElse(line);
        return vendorRequestId == null ? named : named.addKeyValue("upstream_request_id", vendorRequestId);
    }

    /** The caller's own text, if it is a name and no key. */
    private static String printable(String text) {
        return text.isEmpty() ? "" : Redactor.ofShapes().name(text).orElse("?");
    }
}
