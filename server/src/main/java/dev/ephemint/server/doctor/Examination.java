package dev.ephemint.server.doctor;

import dev.ephemint.server.credential.CredentialFacts;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.upstream.Reach;
import dev.ephemint.server.upstream.Reached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of one examination, up to the one after which nothing makes sense. */
final class Examination {

    private final Subject subject;
    private final Instruments instruments;
    private final Consumer<StepReport> progress;
    private final List<StepReport> steps = new ArrayList<>();
    private Scene scene;

    Examination(Subject subject, Instruments instruments, Consumer<StepReport> progress) {
        this.progress = progress;
        this.subject = subject;
        this.instruments = instruments;
        this.scene = subject.scene();
    }

    List<StepReport> steps() {
        if (goesOn(configuration()) && goesOn(network()) && goesOn(credential()) && goesOn(model())) {
            Minting minting = new Mints(subject, instruments, scene).examine();
            minting.steps().forEach(this::goesOn);
            minting.token().ifPresent(this::talk);
        }
        return steps;
    }

    private boolean goesOn(StepReport step) {
        steps.add(step);
        progress.accept(step);
        return step.verdict() != Verdict.FAILED;
    }

    private void talk(MintedToken token) {
        try (Talk talk = new Talk(subject, instruments, scene, token)) {
            if (goesOn(talk.socket()) && goesOn(talk.sessionUpdate())) {
                goesOn(talk.speech());
            }
        }
    }

    private StepReport configuration() {
        Chart chart = new Chart(StepName.CONFIGURATION, scene);
        if (subject.sandbox()) {
            chart.note("no upstream.url is set: the built-in sandbox stands in, and says nothing of any vendor");
        } else {
            subject.endpoint().notes().forEach(chart::note);
        }
        subject.request().warnings().forEach(warning -> chart.note(warning.message()));
        return chart.ok("mints at " + subject.dialect().encode(subject.bare()).uri());
    }

    private StepReport network() {
        Chart chart = new Chart(StepName.NETWORK, scene);
        try {
            Reached reached = instruments.reach().to(subject.endpoint().base());
            reached.certificateUntil().ifPresent(end -> chart.note("the certificate is trusted, and ends on " + end));
            return chart.ok(reached.way());
        } catch (MintFailedException failed) {
            String place =
                    scene.host() + " port " + Reach.port(subject.endpoint().base());
            return chart.failed("no way to " + place, chart.symptom().with(failed.failure()));
        }
    }

    private StepReport credential() {
        Chart chart = new Chart(StepName.CREDENTIAL, scene);
        try {
            CredentialFacts facts = subject.credential().describe();
            scene = scene.with(facts);
            facts.doubts().forEach(chart::note);
            return facts.doubts().isEmpty()
                    ? chart.ok(told(facts))
                    : chart.warn(told(facts), chart.symptom().with(Mark.UNLIKELY_KEY));
        } catch (MintFailedException failed) {
            return chart.failed("none can be had", chart.symptom().with(failed.failure()));
        }
    }

    private StepReport model() {
        ModelCheck.Result result = new ModelCheck(subject, instruments, scene).examine();
        scene = result.scene();
        return result.step();
    }

    private String told(CredentialFacts facts) {
        if (facts.kind().equals("api-key")) {
            return "a key is set; of it, only the form was looked at";
        }
        return "entra, audience " + or(facts.audience(), "not readable") + ", object id "
                + or(facts.objectId(), "not readable") + ", ends "
                + facts.expiry().map(Instant::toString).orElse("never");
    }

    private static String or(Optional<String> text, String otherwise) {
        return text.orElse(otherwise);
    }
}
