package dev.ephemint.server.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import java.time.Clock;

/**
 * Never leaves a lifetime to the vendor: Azure's default is two hours where OpenAI's is ten minutes (recorded 2025-10 to
 * 2026-07). Warns the caller if the token lives longer than requested, because no recording shows Azure honouring less.
 *
 * @param defaultSeconds lifetime if the caller names none; 10 to 7200
 * @param clock this machine's; the vendor's may differ, so a difference below {@link #SKEW_SECONDS} is not reported
 */
public record ExpiryPolicy(int defaultSeconds, Clock clock) implements Policy {

    private static final int SKEW_SECONDS = 60;

    @Override
    public Mint around(Mint next) {
        return request -> {
            MintRequest explicit = explicit(request);
            MintedToken token = next.mint(explicit);
            return warnIfLonger(token, explicit);
        };
    }

    /** Both members always: OpenAI refuses a lifetime without its anchor ({@code missing_required_parameter}). */
    private MintRequest explicit(MintRequest request) {
        JsonNode given = request.at("/expires_after");
        if (given.has("anchor") && given.has("seconds")) {
            return request;
        }
        ObjectNode body = request.copyOfBody();
        ObjectNode expiresAfter = body.withObject("/expires_after");
        if (!expiresAfter.has("anchor")) {
            expiresAfter.put("anchor", "created_at");
        }
        if (!expiresAfter.has("seconds")) {
            expiresAfter.put("seconds", defaultSeconds);
        }
        return request.withBody(body);
    }

    private MintedToken warnIfLonger(MintedToken token, MintRequest request) {
        JsonNode asked = request.at("/expires_after/seconds");
        long lives = token.expiresAt().orElse(0L) - clock.instant().getEpochSecond();
        if (lives <= asked.asLong() + SKEW_SECONDS) {
            return token;
        }
        MintWarning longer = new MintWarning(
                "lifetime_longer_than_asked",
                "The token lives for about " + lives + " seconds; " + asked.asLong() + " were asked for.",
                "expires_after.seconds");
        return token.withConnection(token.connection().withWarning(longer));
    }
}
