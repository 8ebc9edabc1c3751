package dev.ephemint.server.doctor;

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
record Symptom(
        StepName step,
        Scene scene,
        int status,
        String location,
        VendorError error,
        Optional<MintFailure> failure,
        Set<Mark> marks) {

    private static final VendorError NOTHING_SAID = new VendorError(null, null, "");

    Symptom {
        marks = Set.copyOf(marks);
    }

    static Symptom of(StepName step, Scene scene) {
        return new Symptom(step, scene, 0, "", NOTHING_SAID, Optional.empty(), Set.of());
    }

    Symptom with(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Symptom(step, scene, status, location, error, failure, more);
    }

    Symptom with(MintFailure other) {
        return new Symptom(step, scene, status, location, error, Optional.of(other), marks);
    }

    Symptom with(VendorError other) {
        return new Symptom(step, scene, status, location, other, failure, marks);
    }

    Symptom with(UpstreamReply reply) {
        Symptom seen = new Symptom(
                step,
                scene,
                reply.status(),
                reply.header("location").orElse(""),
                ErrorEnvelope.of(reply),
                failure,
                marks);
        return Answerer.of(reply).map(seen::with).orElse(seen);
    }

    String code() {
        return error.code() == null ? "" : error.code();
    }

    String param() {
        return error.param() == null ? "" : error.param();
    }
}
