package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.policy.model.ModelFact.ClientCommits;
import dev.ephemint.server.policy.model.ModelFact.NoWebRtc;
import dev.ephemint.server.policy.model.ModelFact.Notice;
import dev.ephemint.server.policy.model.ModelFact.Retirement;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a caller should know of the models that a request names, although it will be minted.
 *
 * @param notice how long before its retirement a model gets a warning
 */
record ModelWarnings(ModelFacts facts, LocalDate today, Period notice) {

    static final String SESSION_MODEL = "session.model";
    static final String TRANSCRIPTION_MODEL = "session.audio.input.transcription.model";

    MintRequest warned(MintRequest request) {
        List<MintWarning> warnings = Stream.of(
                        retirements(request.transcriptionModel(), TRANSCRIPTION_MODEL),
                        retirements(request.sessionModel(), SESSION_MODEL),
                        facts.of(request, ClientCommits.class).map(fact -> clientCommit(request)),
                        facts.of(request, NoWebRtc.class).map(fact -> noWebRtc(request)),
                        facts.of(request, Notice.class).flatMap(about -> notices(request, about)))
                .flatMap(all -> all)
                .toList();
        MintRequest warned = request;
        for (MintWarning warning : warnings) {
            warned = warned.withWarning(warning);
        }
        return warned;
    }

    private Stream<MintWarning> retirements(Optional<String> model, String param) {
        return model.stream().flatMap(name -> facts.retirements(name).stream()
                .filter(retirement -> !today.plus(notice).isBefore(retirement.day()))
                .map(retirement -> new MintWarning("model_retirement", text(name, retirement), param)));
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

    private Stream<MintWarning> notices(MintRequest request, Notice about) {
        return Members.at(request, about.param()).stream()
                .map(member -> new MintWarning(about.code(), text(about), member.param()));
    }

    private String text(Notice about) {
        return about.end() == null
                ? about.message()
                : about.message()
                        .replace("{end}", (today.isAfter(about.end()) ? "ended on " : "end on ") + about.end());
    }
}
