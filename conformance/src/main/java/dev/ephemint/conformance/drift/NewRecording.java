package dev.ephemint.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.record.Recorder;
import dev.ephemint.conformance.record.SuspectedSecretException;
import dev.ephemint.conformance.tape.Tape;
import java.util.Optional;

/** Sends the request of an old tape again. */
public final class NewRecording implements Counterpart {
    private final Recorder recorder;

    public NewRecording(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Tape of(Tape before) throws NoCounterpartException {
        Optional<JsonNode> body = before.request().body();
        if (body.isEmpty()) {
            throw new NoCounterpartException("the old tape does not show the request's body");
        }
        String name = before.name().substring(before.name().indexOf('/') + 1);
        try {
            return recorder.record(
                            before.dialect(),
                            name,
                            "Sent again.",
                            before.request().target(),
                            body.get())
                    .tape();
        } catch (NoResponseException e) {
            throw new NoCounterpartException("no response: " + e.kind());
        } catch (SuspectedSecretException e) {
            throw new NoCounterpartException(String.valueOf(e.getMessage()));
        }
    }
}
