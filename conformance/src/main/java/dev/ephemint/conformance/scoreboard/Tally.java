package dev.ephemint.conformance.scoreboard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The verdicts of one run on one family of requirements.
 *
 * @param violated ids of the requirements that a check found violated
 */
record Tally(long passed, long failed, long others, Set<String> violated) {

    static Tally of(List<RunSummary.CheckVerdict> checks) {
        Set<String> violated = new TreeSet<>();
        long passed = 0;
        for (RunSummary.CheckVerdict check : checks) {
            passed += check.verdict().equals("passed") ? 1 : 0;
            if (check.verdict().equals("failed")) {
                violated.add(check.requirement());
            }
        }
        long failed = checks.stream()
                .filter(check -> check.verdict().equals("failed"))
                .count();
        return new Tally(passed, failed, checks.size() - passed - failed, violated);
    }

    /** As a table shows it: {@code 12 of 14}; a dash if no check applies. */
    String words() {
        long all = passed + failed + others;
        return all == 0 ? "-" : passed + " of " + all;
    }
}
