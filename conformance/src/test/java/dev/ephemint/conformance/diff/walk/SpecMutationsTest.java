package dev.ephemint.conformance.diff.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.Kinds;
import dev.ephemint.conformance.diff.change.Side;
import dev.ephemint.conformance.diff.mutation.SpecMutation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SpecMutationsTest {
    private static final int FEWEST = 60;

    static List<SpecMutation> mutations() {
        return SpecMutation.all();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void reportsTheExpectedRulesAndNoOthers(SpecMutation mutation) {
        assertThat(rules(DocumentDiff.of(mutation.before(), mutation.after()))).isEqualTo(mutation.expected());
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void reportsEachChangeOnce(SpecMutation mutation) {
        List<Change> changes = DocumentDiff.of(mutation.before(), mutation.after());

        assertThat(changes).extracting(Change::fingerprint).doesNotHaveDuplicates();
        assertThat(changes)
                .extracting(change -> change.kind() + change.place() + change.before() + change.after())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRuleHasAMutation() {
        Set<String> rules = new TreeSet<>();
        Kinds.all()
                .kinds()
                .forEach(kind -> kind.classes().keySet().forEach(side -> rules.add(side.id() + "." + kind.id())));
        mutations().forEach(mutation -> rules.removeAll(mutation.expected().keySet()));

        assertThat(rules).isEmpty();
        assertThat(mutations())
                .hasSizeGreaterThan(FEWEST)
                .extracting(SpecMutation::id)
                .doesNotHaveDuplicates();
    }

    private static Map<String, String> rules(List<Change> changes) {
        Map<String, String> rules = new TreeMap<>();
        for (Change change : changes) {
            for (Side side : change.sides()) {
                rules.put(side.id() + "." + change.kind(), change.classOf(side).id());
            }
        }
        return rules;
    }
}
