package dev.ephemint.server.policy;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one line for every mint: what was asked for and what came of it, never the token. */
public record AuditPolicy(Logger log, String dialect) implements Policy {

    @Override
    public Mint around(Mint next) {
        return request -> {
            try {
                MintedToken token = next.mint(request);
                line(request, token.requestId())
                        .addKeyValue("expires_at", token.expiresAt().orElse(null))
                        .log("minted");
                return token;
            } catch (MintFailedException failed) {
                line(request, failed.vendorRequestId().orElse(null))
                        .addKeyValue("failure", failed.failure().getClass().getSimpleName())
                        .log("mint failed");
                throw failed;
            }
        };
    }

    private LoggingEventBuilder line(MintRequest request, @Nullable String vendorRequestId) {
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("dialect", dialect)
                .addKeyValue("session_type", printable(request.sessionType().orElse("")))
                .addKeyValue(
                        "model",
                        printable(request.transcriptionModel()
                                .or(request::sessionModel)
                                .orElse("")));
        return vendorRequestId == null ? line : line.addKeyValue("upstream_request_id", vendorRequestId);
    }

    /** The caller's own words: no control characters, and not more than a name is long. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 64 ? clean.substring(0, 64) + "…" : clean;
    }
}
