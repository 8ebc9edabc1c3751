package dev.ephemint.client;

import dev.ephemint.client.internal.ResponseSummary;
import dev.ephemint.contract.FailureKind;
import java.util.Optional;

/** The exception for a response with an error status. */
final class ResponseExceptions {

    private ResponseExceptions() {}

    static ResponseException of(ResponseSummary response) {
        int status = response.status();
        if (isQuota(response)) {
            return new QuotaExhaustedException(response);
        }
        if (status == 408 || status / 100 != 4) {
            return "upstream_error".equals(response.type())
                    ? new UpstreamException(response)
                    : new ServiceException(response);
        }
        return switch (status) {
            case 401, 403 -> new UnauthorizedException(response);
            case 429 -> new RateLimitedException(response);
            default -> new BadRequestException(response);
        };
    }

    /** An exhausted quota has the same status 429 as a rate limit (recorded, 2026). */
    private static boolean isQuota(ResponseSummary response) {
        return response.error().kind().equals(Optional.of(FailureKind.QUOTA_EXHAUSTED));
    }
}
