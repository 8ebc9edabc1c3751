package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.policy.model.ModelFact.ClientCommits;
import dev.ephemint.server.policy.model.ModelFact.NoWebRtc;
import dev.ephemint.server.policy.model.ModelFact.Notice;
import dev.ephemint.server.policy.model.ModelFact.Retirement;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * What a caller should know of the models that a request names, although it will be minted.
 *
 * @param notice how long before its retirement a model gets a warning
 */
record ModelWarnings(ModelFacts facts, LocalDate today, Period notice) {

    static final String SESSION_MODEL = "session.model";
    static final String TRANSCRIPTION_MODEL = "session.audio.input.transcription.model";

    MintRequest warned(MintRequest request) {
        List<MintWarning> warnings = new ArrayList<>();
        request.transcriptionModel().ifPresent(model -> addRetirements(model, TRANSCRIPTION_MODEL, warnings));
        request.sessionModel().ifPresent(model -> addRetirements(model, SESSION_MODEL, warnings));
        FactsByKind about = facts.about(request);
        about.of(ClientCommits.class).forEach(fact -> warnings.add(clientCommit(request)));
        about.of(NoWebRtc.class).forEach(fact -> warnings.add(noWebRtc(request)));
        about.of(Notice.class).forEach(notice -> warnings.addAll(notices(request, notice)));
        MintRequest warned = request;
        for (MintWarning warning : warnings) {
            warned = warned.withWarning(warning);
        }
        return warned;
    }

    private void addRetirements(String model, String param, List<MintWarning> warnings) {
        for (Retirement retirement : facts.retirements(model)) {
            if (!today.plus(notice).isBefore(retirement.day())) {
                warnings.add(new MintWarning("model_retirement", text(model, retirement), param));
            }
        }
    }

    private String text(String name, Retirement retirement) {
        String model = facts.model(name).orElse(name);
        String whose = model.equals(name) ? "'" + name + "'" : "'" + model + "', the model behind '" + name + "',";
        return (retirement.version() == null ? "" : "Version " + retirement.version() + " of ")
                + whose
                + (retirement.isPastOn(today) ? " was shut down on " : " will be shut down on ")
                + retirement.day() + " by " + retirement.evidence().source() + "."
                + (retirement.successors().isEmpty()
                        ? ""
                        : " Use " + String.join(" or ", retirement.successors()) + " instead.");
    }

    private static MintWarning clientCommit(MintRequest request) {
        return new MintWarning(
                "client_commit_required",
                "The vendor ends no turn of '" + request.transcriptionModel().orElse("")
                        + "': send input_audio_buffer.commit at the end of each turn, because no transcript is completed"
                        + " without it.",
                TRANSCRIPTION_MODEL);
    }

    private static MintWarning noWebRtc(MintRequest request) {
        return new MintWarning(
                "webrtc_not_supported",
                "The vendor serves '" + request.transcriptionModel().orElse("")
                        + "' by WebSocket only, so connect.webrtc is null.",
                TRANSCRIPTION_MODEL);
    }

    private List<MintWarning> notices(MintRequest request, Notice about) {
        return Members.at(request, about.param()).stream()
                .map(member -> new MintWarning(about.code(), text(about), member.param()))
                .toList();
    }

    private String text(Notice about) {
        return about.end() == null
                ? about.message()
                : about.message()
                        .replace("{end}", (today.isAfter(about.end()) ? "ended on " : "end on ") + about.end());
    }
}
