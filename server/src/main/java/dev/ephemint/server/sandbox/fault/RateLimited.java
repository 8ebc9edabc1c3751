package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.azure.AzureErrorResponses;
import dev.ephemint.server.sandbox.wire.OpenAiErrorResponses;
import dev.ephemint.server.sandbox.wire.VendorResponse;

/** The vendors' responses to too many requests. */
final class RateLimited {

    private static final VendorResponse OPENAI = OpenAiErrorResponses.error(
                    429, "requests", "Rate limit reached.", null, "rate_limit_exceeded")
            .with("retry-after", "20");

    /** From Azure's chat route (TinyLLM issue 17), with its 86400 seconds; the header is Microsoft's guide of 2026-09-20. */
    private static final VendorResponse AZURE = AzureErrorResponses.error(
                    429,
                    "429",
                    "Requests to the Realtime Operation under Azure OpenAI API version v1 have exceeded token rate limit"
                            + " of your current S0 pricing tier. Please retry after 86400 seconds.")
            .with("retry-after-ms", "20000");

    static final Fault AT_BOTH = ResponseFault.atOpenAi(OPENAI).andAtAzure(AZURE);

    private RateLimited() {}
}
