package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Message;
import java.util.Optional;

/**
 * The vendor's side of a scenario.
 *
 * @param expected what must arrive there; empty if nothing may
 * @param answer what it answers
 * @param fault what it does to its answer, or instead
 */
public record Upstream(Optional<Message> expected, Optional<Message> answer, Optional<Fault> fault) {}
