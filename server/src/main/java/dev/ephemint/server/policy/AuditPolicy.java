package dev.ephemint.server.policy;

import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs one line for each mint: the request and its result, never the token.
 *
 * @param dialect the dialect's name
 * @param credential hints for the operator if the vendor refuses the credential
 */
public record AuditPolicy(Logger log, String dialect, CredentialHints credential) implements Policy {

    @Override
    public Mint around(Mint next) {
        return request -> {
            try {
                MintedToken token = next.mint(request);
                line(Level.INFO, request, token.requestId())
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
        Optional<String> hint = FailureHints.of(failed.failure(), credential);
        LoggingEventBuilder line = line(
                        hint.isPresent() ? Level.WARN : Level.INFO,
                        request,
                        failed.vendorRequestId().orElse(null))
                .addKeyValue("failure", failed.failure().getClass().getSimpleName());
        hint.map(text -> line.addKeyValue("hint", text)).orElse(line).log("mint failed");
    }

    private LoggingEventBuilder line(Level level, MintRequest request, @Nullable String vendorRequestId) {
        LoggingEventBuilder line = log.atLevel(level)
                .addKeyValue("dialect", dialect)
                .addKeyValue("session_type", printable(request.sessionType().orElse("")))
                .addKeyValue(
                        "model",
                        printable(request.transcriptionModel()
                                .or(request::sessionModel)
                                .orElse("")));
        return vendorRequestId == null ? line : line.addKeyValue("upstream_request_id", vendorRequestId);
    }

    /** The caller's own text, if it is a name and no key. */
    private static String printable(String text) {
        return text.isEmpty() ? "" : Redactor.ofShapes().name(text).orElse("?");
    }
}
