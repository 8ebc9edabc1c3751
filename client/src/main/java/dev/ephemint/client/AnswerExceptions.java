package dev.ephemint.client;

import dev.ephemint.contract.FailureKind;
import java.util.Optional;

/** The exception for an answer of an error status. */
final class AnswerExceptions {

    private AnswerExceptions() {}

    static AnswerException of(Answer answer) {
        int status = answer.status();
        if (isQuota(answer)) {
            return new QuotaExhaustedException(answer);
        }
        if (status == 408 || status / 100 != 4) {
            return "upstream_error".equals(answer.type())
                    ? new UpstreamException(answer)
                    : new ServiceException(answer);
        }
        return switch (status) {
            case 401, 403 -> new UnauthorizedException(answer);
            case 429 -> new RateLimitedException(answer);
            default -> new BadRequestException(answer);
        };
    }

    /** "Pay first" comes with the same 429 as "slow down" (recorded, 2026). */
    private static boolean isQuota(Answer answer) {
        return answer.error().kind().equals(Optional.of(FailureKind.QUOTA_EXHAUSTED));
    }
}
