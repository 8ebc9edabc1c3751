package dev.ephemint.conformance.record;

import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.tape.InvalidTapeException;
import java.util.List;
import java.util.function.Consumer;

/** One run of {@code record}: each planned request becomes a tape, or a line that says why not. */
public final class Recording {
    private final Recorder recorder;
    private final TapeDirectory directory;
    private final Consumer<String> print;

    /** @param print receives one line for each request; no line holds any part of an exchange but its status */
    public Recording(Recorder recorder, TapeDirectory directory, Consumer<String> print) {
        this.recorder = recorder;
        this.directory = directory;
        this.print = print;
    }

    /**
     * Records the requests.
     *
     * @return how many of them could not be recorded
     */
    public int run(List<PlannedRequest> requests) {
        int failed = 0;
        for (PlannedRequest request : requests) {
            if (!directory.accepts(request.toString())) {
                print.accept(request + ": not sent, the tape exists (--replace replaces it)");
            } else {
                failed += record(request) ? 0 : 1;
            }
        }
        return failed;
    }

    private boolean record(PlannedRequest request) {
        try {
            ComposedTape tape = recorder.record(
                    request.dialect(), request.name(), request.reason(), request.target(), request.body());
            directory.write(tape);
            print.accept(request + ": " + tape.tape().response().status());
            return true;
        } catch (SuspectedSecretException | InvalidTapeException refused) {
            print.accept(String.valueOf(refused.getMessage()));
        } catch (NoResponseException unreachable) {
            print.accept(request + ": no response: " + unreachable.kind());
        }
        return false;
    }
}
