package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.doctor.diagnosis.Diagnoses;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.doctor.probe.Attempt.Failed;
import dev.ephemint.server.doctor.probe.Attempt.Minted;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintedToken;
import java.util.List;
import java.util.Optional;

/** Mints without and with the transcription block, and finds the member that makes the difference. */
public final class MintProbe {

    private static final int CLOCK_TOLERANCE = 30;

    /** The header has whole seconds, and servers cache it. */
    private static final int CLOCK_ROUNDING = 2;

    private final Target target;
    private final Probes probes;
    private final DiagnosisContext context;
    private final DirectMint directMint;

    public MintProbe(Target target, Probes probes, DiagnosisContext context) {
        this.target = target;
        this.probes = probes;
        this.context = context;
        this.directMint = new DirectMint(target, probes);
    }

    public MintProbeResult examine() {
        StepRecorder recorder = new StepRecorder(StepName.MINT_BARE, context);
        long sent = now();
        Attempt bare = directMint.mint(recorder, target.bare(), target.credential());
        if (bare instanceof Failed failed && !failed.isOfTheRequest()) {
            return new MintProbeResult(List.of(failedForGood(recorder, failed)), Optional.empty());
        }
        StepReport bareStep = bare instanceof Minted minted
                ? minted(recorder, minted.token(), sent)
                : recorder.failed("did not mint", ((Failed) bare).symptom());
        return full(bareStep, bare instanceof Minted minted ? Optional.of(minted.token()) : Optional.empty());
    }

    private MintProbeResult full(StepReport bare, Optional<MintedToken> bareToken) {
        StepRecorder recorder = new StepRecorder(StepName.MINT_FULL, context);
        Attempt full = directMint.mint(recorder, target.request(), target.credential());
        if (full instanceof Minted minted) {
            StepReport step = lifetime(recorder, minted.token());
            return new MintProbeResult(
                    List.of(bareToken.isPresent() ? bare : warned(bare), step),
                    Optional.of(minted.token()).filter(token -> step.verdict() != Verdict.FAILED));
        }
        Failed failed = (Failed) full;
        Symptom symptom = bareToken.isPresent() && failed.isOfTheRequest()
                ? new MemberBisection(directMint, target, probes).find(recorder, failed)
                : failed.symptom();
        if (target.defers() && failed.failure().equals(new VendorFault(500)) && bareToken.isPresent()) {
            recorder.note("continues with the bare token, as mint.defer does");
            StepReport step = recorder.warn("only the bare mint works; the service defers the block", symptom);
            return new MintProbeResult(List.of(bare, step), bareToken);
        }
        StepReport step = recorder.failed(bareToken.isPresent() ? "only the bare mint works" : "did not mint", symptom);
        return new MintProbeResult(List.of(bare, step), Optional.empty());
    }

    /** A bare token is not needed if the full mint works. */
    private static StepReport warned(StepReport bare) {
        return new StepReport(
                bare.step(),
                Verdict.WARN,
                "mints only with more members, which is enough",
                bare.notes(),
                bare.sent(),
                bare.received(),
                bare.diagnosis(),
                bare.millis());
    }

    private StepReport failedForGood(StepRecorder recorder, Failed failed) {
        Optional<Credential> other = Diagnoses.of(failed.symptom()).code().equals("azure.token_refused")
                ? target.credential().forOtherAudience()
                : Optional.empty();
        boolean taken = other.isPresent() && isTaken(recorder, other.get());
        return recorder.failed(
                "did not mint", taken ? failed.symptom().with(DoctorFinding.OTHER_AUDIENCE_TAKEN) : failed.symptom());
    }

    private boolean isTaken(StepRecorder recorder, Credential other) {
        boolean taken = directMint.mint(recorder, target.bare(), other) instanceof Minted;
        recorder.note("a token for " + context.otherScope() + " was " + (taken ? "accepted" : "rejected too"));
        return taken;
    }

    private StepReport minted(StepRecorder recorder, MintedToken token, long sent) {
        Optional<Long> ahead = token.connection().vendorTime().map(vendorTime -> ahead(vendorTime, sent, now()));
        String summary = "minted; " + ahead.map(MintProbe::clocks).orElse("the vendor sent no time");
        return ahead.filter(seconds -> Math.abs(seconds) > CLOCK_TOLERANCE).isPresent()
                ? recorder.warn(summary, recorder.symptom().with(DoctorFinding.CLOCKS_DIFFER))
                : recorder.ok(summary);
    }

    /** The time between call and response is not skew. */
    private static long ahead(long vendorTime, long sent, long received) {
        return vendorTime > received ? vendorTime - received : Math.min(0, vendorTime - sent);
    }

    private long now() {
        return probes.clock().instant().getEpochSecond();
    }

    private static String clocks(long ahead) {
        if (Math.abs(ahead) <= CLOCK_ROUNDING) {
            return "the clocks agree";
        }
        return "the vendor's clock is " + Math.abs(ahead) + " s " + (ahead > 0 ? "ahead of" : "behind")
                + " this machine's";
    }

    /** By the vendor's clock if it sent the time, so that skew does not count; expired only if both clocks agree. */
    private StepReport lifetime(StepRecorder recorder, MintedToken token) {
        long local = now();
        long now = token.connection().vendorTime().orElse(local);
        long end = token.expiresAt().orElse(now);
        long given = end - now;
        long asked = target.request().at("/expires_after/seconds").asLong(0);
        if (given <= 0 && end <= local) {
            return recorder.failed(
                    "minted, but expired " + -given + " s ago",
                    recorder.symptom().with(DoctorFinding.ENDED_ALREADY));
        }
        if (asked == 0) {
            return recorder.ok("minted for " + given + " s; this dialect cannot request a lifetime");
        }
        String summary = "minted; requested " + asked + " s, received " + given + " s";
        if (Math.abs(given - asked) <= CLOCK_TOLERANCE) {
            return recorder.ok(summary);
        }
        return recorder.warn(
                summary,
                recorder.symptom().with(given > asked ? DoctorFinding.LIVES_LONGER : DoctorFinding.LIVES_SHORTER));
    }
}
