package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.dialect.VendorErrors;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.VendorError;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was observed of a failure; redacted.
 *
 * @param status of an HTTP response, or 0
 * @param location where a redirect points to, or empty
 * @param error the vendor's error
 * @param failure the mint's failure; absent for a failure of a socket
 */
public record Symptom(
        StepName step,
        DiagnosisContext context,
        int status,
        String location,
        VendorError error,
        Optional<MintFailure> failure,
        Set<DoctorFinding> findings) {

    private static final VendorError NOTHING_SAID = new VendorError(null, null, "");

    public Symptom {
        findings = Set.copyOf(findings);
    }

    public static Symptom of(StepName step, DiagnosisContext context) {
        return new Symptom(step, context, 0, "", NOTHING_SAID, Optional.empty(), Set.of());
    }

    public Symptom with(DoctorFinding finding) {
        Set<DoctorFinding> more = EnumSet.of(finding);
        more.addAll(findings);
        return new Symptom(step, context, status, location, error, failure, more);
    }

    public Symptom with(MintFailure other) {
        return new Symptom(step, context, status, location, error, Optional.of(other), findings);
    }

    public Symptom with(VendorError other) {
        return new Symptom(step, context, status, location, other, failure, findings);
    }

    public Symptom with(UpstreamReply reply) {
        Symptom seen = new Symptom(
                step,
                context,
                reply.status(),
                reply.header("location").orElse(""),
                VendorErrors.of(reply),
                failure,
                findings);
        return RespondingVendor.of(reply).map(seen::with).orElse(seen);
    }

    String code() {
        return error.code() == null ? "" : error.code();
    }

    public String param() {
        return error.param() == null ? "" : error.param();
    }
}
