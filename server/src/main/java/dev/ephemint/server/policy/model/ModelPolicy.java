package dev.ephemint.server.policy.model;

import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.model.ModelFact.NoWebRtc;
import dev.ephemint.server.policy.model.ModelFact.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Refuses before a mint what the vendor is known to refuse, in the vendor's own words, and warns of what is known of the
 * models that a request names.
 *
 * @param notice how long before its retirement a model gets a warning
 */
public record ModelPolicy(ModelFacts facts, Clock clock, Period notice) implements Policy {

    private static final int LONGEST_VALUE = 64;

    @Override
    public Mint around(Mint next) {
        return request -> {
            refuseTranscriptionModelAsSessionModel(request);
            FactsByKind about = facts.about(request);
            about.of(Refusal.class).forEach(refusal -> failure(refusal, request).ifPresent(failure -> {
                throw new MintFailedException(failure);
            }));
            MintedToken token = next.mint(warned(request));
            return about.of(NoWebRtc.class).isEmpty()
                    ? token
                    : token.withConnection(token.connection().withoutWebRtc());
        };
    }

    /** The request with what is known of its models, such as a retirement, as warnings. */
    public MintRequest warned(MintRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new ModelWarnings(facts, today, notice).warned(request);
    }

    /** Azure responds with 400 OpperationNotSupported (2026-05-11), OpenAI closes the socket with invalid_model (2026-09). */
    private void refuseTranscriptionModelAsSessionModel(MintRequest request) {
        if (request.isTranscription()) {
            return;
        }
        request.sessionModel().filter(facts::transcribes).ifPresent(model -> {
            throw new MintFailedException(new InvalidRequest(
                    ModelWarnings.SESSION_MODEL,
                    "invalid_model",
                    "Model \"" + model + "\" is not supported in realtime mode. It belongs in '"
                            + ModelWarnings.TRANSCRIPTION_MODEL + "'."));
        });
    }

    private static Optional<InvalidRequest> failure(Refusal refusal, MintRequest request) {
        return refusal.when()
                .refused(request.holder(refusal.param()), request.member(refusal.param()))
                .map(text -> new InvalidRequest(refusal.param(), refusal.code(), words(refusal.message(), text)));
    }

    private static String words(String message, String text) {
        String shown = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
        return message.replace("{length}", String.valueOf(RefusalCondition.length(text)))
                .replace("{value}", shown);
    }
}
