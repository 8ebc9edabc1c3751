package dev.ephemint.conformance.check;

import java.util.List;

/** The result of one run of a check. */
public sealed interface Outcome {

    /** @param facts how many facts were compared, at least one */
    record Passed(int facts) implements Outcome {
        public Passed {
            if (facts < 1) {
                throw new IllegalArgumentException("a check that compared nothing has not passed");
            }
        }
    }

    /** @param differences one line each, with a JSON pointer if the difference is in a body; not empty */
    record Failed(List<String> differences) implements Outcome {
        public Failed {
            differences = List.copyOf(differences);
            if (differences.isEmpty()) {
                throw new IllegalArgumentException("a check that found no difference has not failed");
            }
        }
    }

    /** @param reason why the target's responses show nothing, for example that all are 401 */
    record NotProven(String reason) implements Outcome {}

    /** Passed with this many facts, or failed if there are differences. */
    static Outcome of(int facts, List<String> differences) {
        return differences.isEmpty() ? new Passed(facts) : new Failed(differences);
    }
}
