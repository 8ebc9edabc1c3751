package dev.ephemint.conformance.diff.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.mutation.SpecMutation;
import dev.ephemint.conformance.diff.walk.DocumentDiff;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReleaseGateTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final Approvals NO_APPROVALS = new Approvals(List.of());

    static List<SpecMutation> breaking() {
        return SpecMutation.all().stream().filter(SpecMutation::isBreaking).toList();
    }

    static List<SpecMutation> compatible() {
        return SpecMutation.all().stream()
                .filter(mutation ->
                        !mutation.isBreaking() && !mutation.expected().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void stopsABreakingChangeWithoutAVersionMove(SpecMutation mutation) {
        assertThat(gate(named("0.1.1", changes(mutation))).problems(changes(mutation), "0.1.0", "0.1.1"))
                .anyMatch(problem -> problem.startsWith("info.version: must be at least 0.2.0"));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void stopsABreakingChangeThatTheChangelogDoesNotName(SpecMutation mutation) {
        assertThat(gate("## 0.2.0\n\n- Something else\n").problems(changes(mutation), "0.1.0", "0.2.0"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("CHANGELOG.md: needs an entry under ## 0.2.0"));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void passesABreakingChangeWithVersionAndChangelog(SpecMutation mutation) {
        List<Change> changes = changes(mutation);

        assertThat(gate(named("0.2.0", changes)).problems(changes, "0.1.0", "0.2.0"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("compatible")
    void passesACompatibleChangeWithAPatchVersion(SpecMutation mutation) {
        List<Change> changes = changes(mutation);

        assertThat(gate("## 0.1.1\n").problems(changes, "0.1.0", "0.1.1")).isEmpty();
        assertThat(gate("## 0.1.0\n").problems(changes, "0.1.0", "0.1.0")).isNotEmpty();
        assertThat(gate("").problems(changes, "0.1.0", "0.1.1"))
                .containsExactly("CHANGELOG.md: has no section ## 0.1.1");
    }

    @ParameterizedTest
    @CsvSource({"0.1.0, 0.2.0", "0.9.3, 0.10.0", "1.2.3, 2.0.0"})
    void aBreakingChangeNeedsTheNextLeadingNumber(String released, String next) {
        List<Change> changes = changes(first());

        assertThat(gate(named(next, changes)).problems(changes, released, next)).isEmpty();
        assertThat(gate(named(released, changes)).problems(changes, released, released))
                .isNotEmpty();
    }

    @Test
    void anApprovedChangeNeedsNothingElse() {
        List<Change> changes = changes(first());

        assertThat(approving(changes, TODAY.plusDays(1)).problems(changes, "0.1.0", "0.1.0"))
                .isEmpty();
    }

    @Test
    void anExpiredApprovalFailsAndApprovesNothing() {
        List<Change> changes = changes(first());

        assertThat(approving(changes, TODAY).problems(changes, "0.1.0", "0.1.0"))
                .anyMatch(problem -> problem.endsWith("expired on " + TODAY))
                .anyMatch(problem -> problem.startsWith("info.version"));
    }

    @Test
    void anUnusedApprovalFails() {
        assertThat(approving(changes(first()), TODAY.plusDays(1)).problems(List.of(), "0.1.0", "0.1.0"))
                .singleElement()
                .asString()
                .endsWith("no such breaking change; remove it");
    }

    @Test
    void anEntryOfAnotherVersionDoesNotCount() {
        List<Change> changes = changes(first());

        assertThat(gate("## 0.2.0\n\n" + named("0.1.0", changes)).problems(changes, "0.1.0", "0.2.0"))
                .isNotEmpty();
    }

    private static SpecMutation first() {
        return breaking().get(0);
    }

    private static List<Change> changes(SpecMutation mutation) {
        return DocumentDiff.of(mutation.before(), mutation.after());
    }

    private static ReleaseGate gate(String changelog) {
        return new ReleaseGate(new Changelog(changelog), NO_APPROVALS, TODAY);
    }

    private static ReleaseGate approving(List<Change> changes, LocalDate expires) {
        List<Approval> approvals = changes.stream()
                .map(change -> new Approval(change.fingerprint(), "agreed with all callers", expires))
                .toList();
        return new ReleaseGate(new Changelog(""), new Approvals(approvals), TODAY);
    }

    private static String named(String version, List<Change> changes) {
        return "## " + version + "\n\n"
                + changes.stream()
                        .filter(Change::isBreaking)
                        .map(change -> "- [Breaking] changed (" + change.fingerprint() + ")\n")
                        .collect(Collectors.joining());
    }
}
