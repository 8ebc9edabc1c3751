package dev.ephemint.server.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check itself; what it reads comes from a run of minutes. */
final class MutationReportTest {

    private static final Mutation KILLED = new Mutation("mint.Secret", "reveal", "a", "killed");
    private static final Mutation SURVIVED = new Mutation("mint.Secret", "reveal", "b", "survived");
    private static final Mutation ENDLESS = new Mutation("policy.model.Members", "below", "c", "endless");

    @Test
    void readsAReportWithoutLinesAndNumbersOfLambdas(@TempDir Path directory) throws Exception {
        Path xml = Files.writeString(directory.resolve("mutations.xml"), """
                <mutations>
                <mutation detected='true' status='KILLED'><mutatedClass>dev.ephemint.server.mint.shape.Repair</mutatedClass>
                <mutatedMethod>lambda$explained$1</mutatedMethod><lineNumber>61</lineNumber>
                <description>replaced boolean return with true for dev/ephemint/server/mint/shape/Repair::lambda$explained$1</description>
                </mutation>
                <mutation detected='false' status='NO_COVERAGE'><mutatedClass>dev.ephemint.server.dialect.A</mutatedClass>
                <mutatedMethod>encode</mutatedMethod><lineNumber>48</lineNumber>
                <description>removed call to dev/ephemint/server/dialect/A$B::check</description>
                </mutation>
                </mutations>
                """);

        assertThat(MutationReport.read(xml).mutations())
                .containsExactly(
                        new Mutation("mint.shape.Repair", "explained", "replaced boolean return with true", "killed"),
                        new Mutation("dialect.A", "encode", "removed call to A$B::check", "uncovered"));
    }

    @Test
    void acceptsAPageThatListsWhatNoTestKills() {
        MutationReport report = new MutationReport(List.of(KILLED, SURVIVED, ENDLESS));

        assertThat(report.differences(List.of(ENDLESS, SURVIVED))).isEmpty();
    }

    @Test
    void reportsWhatThePageLacksAndWhatIsTooMuchThere() {
        MutationReport report = new MutationReport(List.of(KILLED, SURVIVED, SURVIVED));

        assertThat(report.differences(List.of(SURVIVED, ENDLESS)))
                .containsExactly("killed or gone: " + ENDLESS, "not listed: " + SURVIVED);
    }

    @Test
    void countsKilledMutationsPerPackage() {
        MutationReport report = new MutationReport(List.of(KILLED, SURVIVED, KILLED, ENDLESS));

        assertThat(report.figures()).hasToString("{mint=2 of 3 killed, 66 %, policy=1 of 1 killed, 100 %}");
    }

    @Test
    void readsOnlyRowsWithAReason(@TempDir Path directory) throws IOException {
        Path page = Files.writeString(
                directory.resolve("mutation.md"), SURVIVED + " why |\n" + ENDLESS + " |\n" + KILLED + "\n");

        assertThat(MutationReport.accepted(page)).containsExactly(SURVIVED);
    }

    /** Until the next run of minutes, this finds rows of what was renamed or deleted. */
    @Test
    void thePageListsMethodsThatExist() throws IOException {
        assertThat(MutationReport.accepted(MutationReport.PAGE)).isNotEmpty().allSatisfy(row -> {
            Class<?> type = Class.forName("dev.ephemint.server." + row.type());
            assertThat(Stream.concat(
                            Stream.of("static", "<init>"),
                            Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName())))
                    .contains(row.method());
            assertThat(row.result()).isIn("survived", "uncovered", "endless");
        });
    }
}
