package dev.ephemint.conformance.requirement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.Summary;
import dev.ephemint.conformance.catalog.Checks;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.tape.SocketTape;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RequirementsTest {
    private static final List<Requirement> REQUIREMENTS = Requirements.all();
    private static final Pattern TAPE = Pattern.compile("(?:openai|openai-beta|azure|azure-preview)/[a-z0-9-]+");
    private static final String SOCKET_TAPE = "socket tape ";

    @Test
    void idsAreUniqueAndOfOneForm() {
        assertThat(REQUIREMENTS)
                .extracting(Requirement::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("REQ-[A-Z]+-([0-9]{2}|[A-Z]+)"));
    }

    @Test
    void eachIsOneSentenceWithEvidence() {
        assertThat(REQUIREMENTS).allSatisfy(requirement -> {
            assertThat(requirement.text()).matches("[A-Z].*\\.").doesNotContain(". ");
            assertThat(requirement.evidence()).as(requirement.id()).isNotEmpty();
        });
    }

    @Test
    void eachIsCoveredByACheckAndEachCheckNamesOne() {
        List<Check> checks = Checks.all();

        assertThat(checks.stream().map(Check::requirement).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        REQUIREMENTS.stream().map(Requirement::id).toList());
        Summary.write(
                "requirements",
                "requirements: " + REQUIREMENTS.size() + ", each covered; " + checks.size() + " checks for "
                        + Profiles.names().size() + " profiles");
    }

    @Test
    void idsOfChecksAreUnique() {
        assertThat(Checks.all()).extracting(Check::id).doesNotHaveDuplicates();
    }

    @Test
    void eachTapeThatIsNamedExistsWithItsDateAndGrade() {
        Map<String, Tape> tapes =
                Tapes.in(KitData.path("tapes")).stream().collect(Collectors.toMap(Tape::name, Function.identity()));

        assertThat(evidence(TAPE.asMatchPredicate())).isNotEmpty().allSatisfy(evidence -> {
            Tape tape = requireNonNull(tapes.get(evidence.source()), evidence.source());
            assertThat(evidence.date()).isEqualTo(tape.provenance().captured().orElse("undated"));
            assertThat(evidence.grade().name())
                    .isEqualTo(tape.provenance().evidence().name());
        });
    }

    @Test
    void eachSocketTapeThatIsNamedExists() {
        List<String> names = Tapes.ofSocketsIn(KitData.path("socket-tapes")).stream()
                .map(SocketTape::name)
                .toList();

        assertThat(evidence(source -> source.startsWith(SOCKET_TAPE)))
                .isNotEmpty()
                .allSatisfy(
                        evidence -> assertThat(names).contains(evidence.source().substring(SOCKET_TAPE.length())));
    }

    private static List<Evidence> evidence(Predicate<String> source) {
        return REQUIREMENTS.stream()
                .flatMap(requirement -> requirement.evidence().stream())
                .filter(evidence -> source.test(evidence.source()))
                .toList();
    }
}
