package dev.ephemint.conformance.coverage;

import java.util.regex.Pattern;

/**
 * Parts of the contract that are knowingly not tested.
 *
 * @param part their name; {@code *} stands for anything
 * @param state how they are tested instead
 */
public record CoverageException(String part, State state, String reason) {

    /** Whether it is about the part, in the state that the part is in. */
    boolean concerns(CoverageReport.Line line) {
        String quoted = Pattern.quote(part).replace("*", "\\E.*\\Q");
        return state == line.state() && Pattern.matches(quoted, line.part());
    }
}
