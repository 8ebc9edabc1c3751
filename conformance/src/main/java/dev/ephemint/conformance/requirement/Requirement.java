package dev.ephemint.conformance.requirement;

import java.util.List;

/**
 * One thing that a gateway must do.
 *
 * @param id stable, never used again for another requirement: {@code REQ-MINT-03}
 * @param group such as {@code mint}
 * @param text one sentence
 */
public record Requirement(String id, String group, String text, List<Evidence> evidence) {
    public Requirement {
        evidence = List.copyOf(evidence);
    }
}
