package dev.ephemint.client;

import java.util.Set;

/** The exception for an answer of an error status. */
final class AnswerExceptions {

    /** OpenAI's codes for "pay first", which come with the same 429 as "slow down" (recorded, 2026). */
    private static final Set<String> QUOTA_CODES = Set.of("insufficient_quota", "credit_balance_exhausted");

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

    private static boolean isQuota(Answer answer) {
        return "insufficient_quota".equals(answer.type())
                || (answer.code() != null && QUOTA_CODES.contains(answer.code()));
    }
}
