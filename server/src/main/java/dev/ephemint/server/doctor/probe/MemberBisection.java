package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.doctor.probe.Attempt.Failed;
import dev.ephemint.server.doctor.probe.Attempt.Minted;
import dev.ephemint.server.mint.MintRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Omits one member after the other, to find which one makes a mint fail. */
record MemberBisection(DirectMint directMint, Target target, Probes probes) {

    private enum Member {
        MODEL("/session/audio/input/transcription", "model", Optional.of(DoctorFinding.ONLY_WITH_MODEL)),
        TRANSCRIPTION("/session/audio/input", "transcription", Optional.of(DoctorFinding.ONLY_WITH_BLOCK)),
        TURN_DETECTION("/session/audio/input", "turn_detection", Optional.empty()),
        FORMAT("/session/audio/input", "format", Optional.empty());

        private final String parent;
        private final String name;
        private final Optional<DoctorFinding> finding;

        Member(String parent, String name, Optional<DoctorFinding> finding) {
            this.parent = parent;
            this.name = name;
            this.finding = finding;
        }

        MintRequest leftOutOf(MintRequest request) {
            ObjectNode body = request.copyOfBody();
            body.withObject(parent).remove(name);
            return request.withBody(body);
        }

        String path() {
            return parent.substring(1).replace('/', '.') + "." + name;
        }
    }

    /** The symptom, marked with what was found; where the vendor named the member itself, nothing is tried. */
    Symptom find(StepRecorder recorder, Failed failed) {
        if (!failed.symptom().param().isEmpty()) {
            recorder.note("the vendor names " + failed.symptom().param());
            return failed.symptom();
        }
        Instant end = probes.clock().instant().plus(Duration.ofSeconds(20));
        for (Member member : Member.values()) {
            boolean timeIsUp = probes.clock().instant().isAfter(end);
            if (!timeIsUp && mintsWithout(recorder, member)) {
                recorder.note("it mints without " + member.path());
                return member.finding.map(failed.symptom()::with).orElse(failed.symptom());
            }
        }
        recorder.note("no single member is the cause");
        return failed.symptom();
    }

    private boolean mintsWithout(StepRecorder recorder, Member member) {
        MintRequest less = member.leftOutOf(target.request());
        return directMint.mint(recorder, less, target.credential()) instanceof Minted;
    }
}
