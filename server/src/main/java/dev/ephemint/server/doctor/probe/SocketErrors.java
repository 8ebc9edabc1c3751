package dev.ephemint.server.doctor.probe;

import static dev.ephemint.contract.FailureKind.VENDOR_FAULT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.dialect.VendorErrors;
import dev.ephemint.server.mint.VendorError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a vendor says of a failure over a socket: in an event, or in the reason of a close. */
final class SocketErrors {

    private static final Redactor REDACTOR = Redactor.ofShapes();

    /** {@code insufficient_quota.credit_balance_exhausted}, or a code alone (recorded 2026-09-18 and 2026-09). */
    private static final Pattern REASON = Pattern.compile("(?:[a-z_]+\\.)?([a-z][a-z0-9_]*)");

    /** Types that say nothing more than that there is an error: {@code invalid_request_error}. */
    private static final String KIND = "_error";

    private SocketErrors() {}

    /** An error's type stands for a code that is missing or unknown: {@code insufficient_quota} is both. */
    static VendorError of(JsonNode event) {
        VendorError error = VendorErrors.read(event);
        String type = event.at("/error/type").asText("");
        boolean byType = FailureCodes.kind(null, error.code()).isEmpty()
                && FailureCodes.kind(type, null)
                        .filter(kind -> kind != VENDOR_FAULT)
                        .isPresent();
        return byType ? new VendorError(type, error.param(), error.message()) : error;
    }

    static VendorError ofClose(String reason) {
        Matcher matcher = REASON.matcher(reason);
        boolean coded = matcher.matches() && !matcher.group(1).endsWith(KIND);
        Optional<String> code = coded ? REDACTOR.code(matcher.group(1)) : Optional.empty();
        return new VendorError(code.orElse(null), null, REDACTOR.text(reason));
    }
}
