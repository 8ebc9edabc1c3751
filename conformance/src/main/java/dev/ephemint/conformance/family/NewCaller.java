package dev.ephemint.conformance.family;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Mints for an end user that no run has named before, so that checks and runs do not use up each other's limits. */
record NewCaller(Target target, Shape shape, String endUser) {

    static NewCaller of(Target target, Shape shape) {
        return new NewCaller(target, shape, "kit-" + UUID.randomUUID());
    }

    /** Another end user of the same caller. */
    NewCaller other() {
        return new NewCaller(target, shape, endUser + "-other");
    }

    Message mint(Header... more) {
        return mint("", more);
    }

    /** @param language of the transcription; empty for none */
    Message mint(String language, Header... more) {
        String path = String.valueOf(target.profile().endpoints().get(shape.operation()));
        Message request = Message.request("POST", path, body(language))
                .with("content-type", "application/json")
                .with("openai-safety-identifier", endUser);
        for (Header header : more) {
            request = request.with(header.name(), header.value());
        }
        return target.call(request);
    }

    /** The responses up to the first that is accepted, that one included; at most as many as said. */
    List<Message> mintUntil(Predicate<Message> last, int most) {
        List<Message> responses = new ArrayList<>();
        do {
            responses.add(mint());
        } while (responses.size() < most && !last.test(responses.get(responses.size() - 1)));
        return responses;
    }

    private String body(String language) {
        var request = shape.sample(target.profile(), "transcription");
        if (!language.isEmpty()) {
            request.withObject(shape.isFlat() ? "/input_audio_transcription" : "/session/audio/input/transcription")
                    .put("language", language);
        }
        return ExactJson.write(request);
    }
}
