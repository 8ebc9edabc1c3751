package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.dialect.VendorErrors;
import dev.ephemint.server.mint.VendorError;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises the vendor of a response, regardless of the dialect and of gateways between. */
final class RespondingVendor {

    /** Recorded on realtime routes, 2026-03 to 2026-06. */
    private static final Set<String> AZURE_CODES = Set.of(
            "DeploymentNotFound", "OperationNotSupported", "OpperationNotSupported", "AuthenticationTypeDisabled");

    /** The first recorded 2026-06-10, the second Azure's text on its other routes, 2026. */
    private static final Pattern AZURE_TEXT =
            Pattern.compile("^Resource not found$|invalid subscription key or wrong API endpoint");

    private RespondingVendor() {}

    /** Azure first: it sends {@code openai-version} as well (recorded 2026-07-24). */
    static Optional<DoctorFinding> of(UpstreamReply reply) {
        if (comesFromAzure(reply)) {
            return Optional.of(DoctorFinding.RESPONSE_OF_AZURE);
        }
        return reply.header("openai-version").map(version -> DoctorFinding.RESPONSE_OF_OPENAI);
    }

    private static boolean comesFromAzure(UpstreamReply reply) {
        VendorError error = VendorErrors.of(reply);
        return Stream.of("apim-request-id", "x-ms-region")
                        .anyMatch(name -> reply.header(name).isPresent())
                || (error.code() != null && AZURE_CODES.contains(error.code()))
                || AZURE_TEXT.matcher(error.message()).find();
    }
}
