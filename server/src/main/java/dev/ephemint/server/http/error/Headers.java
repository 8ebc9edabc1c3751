package dev.ephemint.server.http.error;

import java.util.Set;

/** The header fields of responses, beside the standard ones. */
public final class Headers {

    public static final String REQUEST_ID = "x-request-id";
    public static final String UPSTREAM_REQUEST_ID = "x-upstream-request-id";
    public static final String RETRY_AFTER = "retry-after";

    /** Read by the vendors' SDKs before {@code retry-after}. */
    public static final String RETRY_AFTER_MS = "retry-after-ms";

    /** Read by the vendors' SDKs; overrules what they make of the status. */
    public static final String SHOULD_RETRY = "x-should-retry";

    /** What is left of each limit, by draft-ietf-httpapi-ratelimit-headers-11 (2026-05-23). */
    public static final String RATE_LIMIT = "ratelimit";

    /** The limits, by the same draft. */
    public static final String RATE_LIMIT_POLICY = "ratelimit-policy";

    /** All that the contract's responses have beside their content type, in lower case. */
    public static final Set<String> OF_CONTRACT = Set.of(
            REQUEST_ID,
            UPSTREAM_REQUEST_ID,
            RETRY_AFTER,
            RETRY_AFTER_MS,
            SHOULD_RETRY,
            RATE_LIMIT,
            RATE_LIMIT_POLICY,
            "deprecation",
            "etag",
            "link",
            "location",
            "www-authenticate");

    private Headers() {}
}
