package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Message;
import java.util.List;
import java.util.Optional;

/**
 * The vendor's side of a scenario.
 *
 * @param expected what must arrive there, in order; empty if nothing may
 * @param answers what it answers, in the same order; the last one again if more arrives
 * @param fault what it does to its answers, or instead
 */
public record Upstream(List<Message> expected, List<Message> answers, Optional<Fault> fault) {
    public Upstream {
        expected = List.copyOf(expected);
        answers = List.copyOf(answers);
    }
}
