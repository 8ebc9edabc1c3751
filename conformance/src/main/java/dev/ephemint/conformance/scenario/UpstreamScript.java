package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Message;
import java.util.List;
import java.util.Optional;

/**
 * The vendor's side of a scenario.
 *
 * @param expected what must arrive there, in order; empty if nothing may
 * @param responses its responses, in the same order; the last one is repeated
 * @param fault the failure instead of a response, or in the middle of it
 */
public record UpstreamScript(List<Message> expected, List<Message> responses, Optional<VendorFault> fault) {
    public UpstreamScript {
        expected = List.copyOf(expected);
        responses = List.copyOf(responses);
    }
}
