package dev.ephemint.conformance.truth;

import dev.ephemint.conformance.TargetDialect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that is known of a member. */
record TruthRow(Ruling ruling, List<Statement> statements, List<Recording> recordings) {

    TruthRow {
        statements = List.copyOf(statements);
        recordings = List.copyOf(recordings);
    }

    /** By dialect: the types that tapes show, how many show them, and the day of the newest. */
    Map<TargetDialect, String> recorded() {
        return recordings.stream()
                .collect(Collectors.groupingBy(
                        recording -> recording.tape().dialect(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), TruthRow::summary)));
    }

    private static String summary(List<Recording> recordings) {
        String types = String.join(
                "|", recordings.stream().map(Recording::type).collect(Collectors.toCollection(TreeSet::new)));
        long tapes = recordings.stream()
                .map(recording -> recording.tape().name())
                .distinct()
                .count();
        String newest = recordings.stream()
                .flatMap(recording -> recording.tape().provenance().captured().stream())
                .max(String::compareTo)
                .map(day -> ", " + day)
                .orElse("");
        return types + " (" + tapes + (tapes == 1 ? " tape" : " tapes") + newest + ")";
    }
}
