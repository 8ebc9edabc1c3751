package dev.ephemint.server.http.filter;

import dev.ephemint.contract.redaction.Redactor;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own ids of a request, for the log only. A value of another form is left out, because a header can hold
 * anything.
 */
final class CallerIds {

    static final String REQUEST_ID = "x-request-id";
    static final String TRACE_PARENT = "traceparent";

    /** Version 00 of W3C Trace Context (2021-11-23), and later versions, which only ever add to it. */
    private static final Pattern TRACE = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-[ -~]{0,200})?");

    private static final String FIRST_VERSION = "00-";
    private static final int LENGTH_OF_FIRST_VERSION = 55;

    private CallerIds() {}

    /** The {@code x-request-id}. */
    static Optional<String> requestId(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(REQUEST_ID))
                .flatMap(id -> Redactor.ofShapes().requestId(id));
    }

    /** The trace id of a {@code traceparent}: 32 hex digits. */
    static Optional<String> traceId(ContainerRequestContext request) {
        return traceId(request.getHeaderString(TRACE_PARENT));
    }

    static Optional<String> traceId(@Nullable String traceParent) {
        return Optional.ofNullable(traceParent)
                .filter(parent -> !parent.startsWith(FIRST_VERSION) || parent.length() == LENGTH_OF_FIRST_VERSION)
                .map(TRACE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }
}
