package dev.ephemint.server.doctor;

import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.doctor.Attempt.Failed;
import dev.ephemint.server.doctor.Attempt.Minted;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintedToken;
import java.util.List;
import java.util.Optional;

/** The bare mint and the full one, and what makes the difference. */
final class Mints {

    private static final int CLOCK_TOLERANCE = 30;

    /** The header has whole seconds, and servers renew it now and then. */
    private static final int CLOCK_ROUNDING = 2;

    private final Subject subject;
    private final Instruments instruments;
    private final Scene scene;
    private final Prober prober;

    Mints(Subject subject, Instruments instruments, Scene scene) {
        this.subject = subject;
        this.instruments = instruments;
        this.scene = scene;
        this.prober = new Prober(subject, instruments);
    }

    Minting examine() {
        Chart chart = new Chart(StepName.MINT_BARE, scene);
        long sent = now();
        Attempt bare = prober.mint(chart, subject.bare(), subject.credential());
        if (bare instanceof Failed failed && !failed.isOfTheRequest()) {
            return new Minting(List.of(failedForGood(chart, failed)), Optional.empty());
        }
        StepReport bareStep = bare instanceof Minted minted
                ? minted(chart, minted.token(), sent)
                : chart.failed("did not mint", ((Failed) bare).symptom());
        return full(bareStep, bare instanceof Minted minted ? Optional.of(minted.token()) : Optional.empty());
    }

    private Minting full(StepReport bare, Optional<MintedToken> bareToken) {
        Chart chart = new Chart(StepName.MINT_FULL, scene);
        Attempt full = prober.mint(chart, subject.request(), subject.credential());
        if (full instanceof Minted minted) {
            StepReport step = lifetime(chart, minted.token());
            return new Minting(
                    List.of(bareToken.isPresent() ? bare : forgiven(bare), step),
                    Optional.of(minted.token()).filter(token -> step.verdict() != Verdict.FAILED));
        }
        Failed failed = (Failed) full;
        Symptom symptom = bareToken.isPresent() && failed.isOfTheRequest()
                ? new Difference(prober, subject, instruments).find(chart, failed)
                : failed.symptom();
        if (subject.defers() && failed.failure().equals(new VendorFault(500)) && bareToken.isPresent()) {
            chart.note("goes on with the bare token, as mint.defer does");
            StepReport step = chart.warn("only the bare one mints; the service defers the block", symptom);
            return new Minting(List.of(bare, step), bareToken);
        }
        StepReport step = chart.failed(bareToken.isPresent() ? "only the bare one mints" : "did not mint", symptom);
        return new Minting(List.of(bare, step), Optional.empty());
    }

    /** Nobody needs a bare token where the full one can be had. */
    private static StepReport forgiven(StepReport bare) {
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

    private StepReport failedForGood(Chart chart, Failed failed) {
        Optional<Credential> other = Diagnoses.of(failed.symptom()).code().equals("azure.token_refused")
                ? subject.credential().forOtherAudience()
                : Optional.empty();
        boolean taken = other.isPresent() && isTaken(chart, other.get());
        return chart.failed(
                "did not mint", taken ? failed.symptom().with(Mark.OTHER_AUDIENCE_TAKEN) : failed.symptom());
    }

    private boolean isTaken(Chart chart, Credential other) {
        boolean taken = prober.mint(chart, subject.bare(), other) instanceof Minted;
        chart.note("a token for " + scene.otherScope() + " was " + (taken ? "taken" : "not taken either"));
        return taken;
    }

    private StepReport minted(Chart chart, MintedToken token, long sent) {
        Optional<Long> ahead = token.connection().vendorTime().map(theirs -> ahead(theirs, sent, now()));
        String summary = "minted; " + ahead.map(Mints::clocks).orElse("the vendor did not say its time");
        return ahead.filter(seconds -> Math.abs(seconds) > CLOCK_TOLERANCE).isPresent()
                ? chart.warn(summary, chart.symptom().with(Mark.CLOCKS_DIFFER))
                : chart.ok(summary);
    }

    /** No time between the call and its answer is skew. */
    private static long ahead(long theirs, long sent, long received) {
        return theirs > received ? theirs - received : Math.min(0, theirs - sent);
    }

    private long now() {
        return instruments.clock().instant().getEpochSecond();
    }

    private static String clocks(long ahead) {
        if (Math.abs(ahead) <= CLOCK_ROUNDING) {
            return "the clocks agree";
        }
        return "the vendor's clock is " + Math.abs(ahead) + " s " + (ahead > 0 ? "ahead of" : "behind") + " ours";
    }

    /** By the vendor's clock where it told the time, so that skew is no lifetime; it has ended where it has by both. */
    private StepReport lifetime(Chart chart, MintedToken token) {
        long ours = now();
        long now = token.connection().vendorTime().orElse(ours);
        long end = token.expiresAt().orElse(now);
        long given = end - now;
        long asked = subject.request().at("/expires_after/seconds").asLong(0);
        if (given <= 0 && end <= ours) {
            return chart.failed(
                    "minted, and ended " + -given + " s ago", chart.symptom().with(Mark.ENDED_ALREADY));
        }
        if (asked == 0) {
            return chart.ok("minted for " + given + " s; this dialect can not ask for a lifetime");
        }
        String summary = "minted; asked for " + asked + " s, given " + given + " s";
        if (Math.abs(given - asked) <= CLOCK_TOLERANCE) {
            return chart.ok(summary);
        }
        return chart.warn(summary, chart.symptom().with(given > asked ? Mark.LIVES_LONGER : Mark.LIVES_SHORTER));
    }
}
