package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.server.dialect.ErrorEnvelope;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.VendorError;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen where something went wrong; scrubbed, and holding no secret.
 *
 * @param status of an HTTP answer, or 0
 * @param location where a redirect points to, or empty
 * @param error what the vendor said of it
 * @param failure what the mint would have called it; absent for what only a socket can do
 */
public record Symptom(
        StepName step,
        DiagnosisContext context,
        int status,
        String location,
        VendorError error,
        Optional<MintFailure> failure,
        Set<Finding> findings) {

    private static final VendorError NOTHING_SAID = new VendorError(null, null, "");

    public Symptom {
        findings = Set.copyOf(findings);
    }

    public static Symptom of(StepName step, DiagnosisContext context) {
        return new Symptom(step, context, 0, "", NOTHING_SAID, Optional.empty(), Set.of());
    }

    public Symptom with(Finding finding) {
        Set<Finding> more = EnumSet.of(finding);
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
                ErrorEnvelope.of(reply),
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
