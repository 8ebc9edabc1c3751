package dev.ephemint.client.socket;

import dev.ephemint.client.EphemintException;
import dev.ephemint.client.internal.ErrorDetails;
import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.FailureKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exception for the end of a connection: final, or one that another connection may follow. */
final class SocketCloseExceptions {

    /** The lowest close code of a rejection: OpenAI closes with 3000 for the key and 4000 for the request (recorded, 2026-09). */
    private static final int FIRST_REFUSAL = 3000;

    /** OpenAI's reasons are a type and a code, or a code alone (recorded, 2026-09). */
    private static final Pattern CODE = Pattern.compile("(?:(?<type>\\w+)\\.)?(?<code>\\w+)");

    private SocketCloseExceptions() {}

    /**
     * An exhausted quota is closed with 1013, "try again later", although a retry fails (recorded, 2026-09).
     *
     * @param address host and port of the vendor, or empty
     */
    static EphemintException of(String address, int code, String reason, ErrorDetails error) {
        Optional<FailureKind> kind = error.kind().or(() -> FailureCodes.ofCloseReason(reason));
        if (kind.map(FailureKind::isFinal).orElse(code >= FIRST_REFUSAL)) {
            return SocketRefusedException.of(
                    address, code, error.equals(ErrorDetails.NONE) ? read(reason) : error, null);
        }
        return new SocketBrokenException("The connection ended: " + code + " " + reason
                + (error.equals(ErrorDetails.NONE) ? "" : " after " + error.describe()));
    }

    private static ErrorDetails read(String reason) {
        Matcher code = CODE.matcher(reason);
        if (code.matches()) {
            return new ErrorDetails(code.group("type"), code.group("code"), null, null);
        }
        return reason.isBlank() ? ErrorDetails.NONE : new ErrorDetails(null, null, null, reason);
    }
}
